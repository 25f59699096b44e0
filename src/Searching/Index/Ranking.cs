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

    // Most words stand in a text so seldom: those weights are known beforehand.
    private const int Few = 8;

    private readonly double _title;
    private readonly double _head;
    private readonly double _body;
    private readonly byte[] _few;

    /// <param name="briefs">By their numbers.</param>
    public Ranking(BriefShape[] briefs)
    {
        (_title, _head, _body) = (Mean(briefs.Sum(b => (long)b.Title)), Mean(briefs.Sum(b => (long)b.Head)), Mean(briefs.Sum(b => (long)b.Body)));
        // To three digits, so that one brief more does not change weights all over the index.
        double Mean(long total) => Math.Max(1, ThreeDigits(total / (double)briefs.Length));
        _few = new byte[briefs.Length * Few];
        for (var i = 0; i < _few.Length; i++)
        {
            _few[i] = Weight(briefs[i / Few], 0, 0, i % Few);
        }
    }

    /// <summary>0 to 31, of a word that stands in the text alone.</summary>
    public byte Weight(int number, BriefShape brief, int inBody) => inBody < Few ? _few[(number * Few) + inBody] : Weight(brief, 0, 0, inBody);

    /// <summary>0 to 31.</summary>
    public byte Weight(BriefShape brief, int inTitle, int inHead, int inBody)
    {
        var frequency = (TitleWeight * inTitle / Length(brief.Title, _title)) + (HeadWeight * inHead / Length(brief.Head, _head)) + (inBody / Length(brief.Body, _body));
        return (byte)Math.Clamp((int)Math.Round(Levels * frequency / (K1 + frequency)) - 1, 0, Levels - 1);
    }

    private static double ThreeDigits(double value)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, value))) - 2);
        return Math.Round(value / unit) * unit;
    }

    private static double Length(int words, double mean) => 1 - B + (B * words / mean);
}
