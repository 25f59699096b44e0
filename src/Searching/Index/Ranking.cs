namespace PolicyArchive.Searching.Index;

/// <summary>
/// What one word says about one brief: BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, 3.6),
/// without the rarity of the word, which the browser knows by its number of briefs.
/// </summary>
internal sealed class Ranking
{
    /// <summary>Weights are written as 0 to 31, for 1/32 to 1.</summary>
    public const int Levels = 32;

    private const double TitleWeight = 3;
    private const double HeadWeight = 2;

    /// <summary>How soon further occurrences add little, and how much longer fields count for less.</summary>
    private const double K1 = 2;
    private const double B = 0.5;

    private readonly double _title;
    private readonly double _head;
    private readonly double _body;

    public Ranking(IReadOnlyCollection<BriefShape> briefs)
    {
        (_title, _head, _body) = (Mean(briefs.Sum(b => (long)b.Title)), Mean(briefs.Sum(b => (long)b.Head)), Mean(briefs.Sum(b => (long)b.Body)));
        // To three digits, so that one brief more does not change weights all over the index.
        double Mean(long total) => Math.Max(1, ThreeDigits(total / (double)briefs.Count));
    }

    /// <summary>0 to 31.</summary>
    public int Weight(BriefShape brief, int inTitle, int inHead, int inBody)
    {
        var frequency = (TitleWeight * inTitle / Length(brief.Title, _title)) + (HeadWeight * inHead / Length(brief.Head, _head)) + (inBody / Length(brief.Body, _body));
        return Math.Clamp((int)Math.Round(Levels * frequency / (K1 + frequency)) - 1, 0, Levels - 1);
    }

    private static double ThreeDigits(double value)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, value))) - 2);
        return Math.Round(value / unit) * unit;
    }

    private static double Length(int words, double mean) => 1 - B + (B * words / mean);
}
