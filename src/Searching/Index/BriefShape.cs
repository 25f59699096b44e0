namespace PolicyArchive.Searching.Index;

/// <summary>
/// How the words of one brief are numbered: its title's first, then those of the rest of its head (summary, key points,
/// names), then those of its text. One number is left out between two fields, so that no phrase reaches across.
/// </summary>
/// <param name="Title">How many words the title has.</param>
/// <param name="Head">How many the rest of the head has.</param>
/// <param name="Body">How many the text has.</param>
/// <param name="BodyStart">The number of the text's first word.</param>
internal readonly record struct BriefShape(int Title, int Head, int Body, int BodyStart)
{
    /// <summary>The text is counted in passages, so that words can be close, and stored in parts of several passages.</summary>
    public const int PassageWords = 64;

    public const int PartWords = 4 * PassageWords;

    /// <summary>In how many parts the text is stored, if it has any words.</summary>
    public int Parts => (Body + PartWords - 1) / PartWords;

    /// <summary>0 for the head, then 1, 2, 3 … through the text.</summary>
    public int Passage(int position) => position < BodyStart ? 0 : 1 + (position - BodyStart) / PassageWords;
}
