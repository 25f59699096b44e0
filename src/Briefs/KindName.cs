namespace PolicyArchive.Briefs;

/// <summary>The kinds that other records know, as readers see them. Any other text is a kind as it is written.</summary>
public static class KindName
{
    public const string PolicyBrief = "Policy brief";

    private static readonly string[] Known = [PolicyBrief, "Report", "Working paper", "Commentary", "Article", "Speech", "Testimony"];

    public static string Of(string written) => Known.FirstOrDefault(known => known.Equals(written, StringComparison.OrdinalIgnoreCase)) ?? written;
}
