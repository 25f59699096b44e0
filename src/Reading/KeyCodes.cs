namespace PolicyArchive.Reading;

/// <summary>Under which codes the same mistakes are found in a brief, in the settings and in a listing.</summary>
internal sealed record KeyCodes(string WrongType, string Computed, string Date, string WebAddress, string Unknown, string Language, string Orcid, string Licence, string Both)
{
    public static KeyCodes Brief { get; } = new("BRIEF010", "BRIEF011", "BRIEF012", "BRIEF013", "BRIEF014", "BRIEF020", "BRIEF021", "BRIEF023", "BRIEF031");

    public static KeyCodes Settings { get; } = new("SITE010", "SITE011", "SITE012", "SITE013", "SITE014", "SITE020", "SITE021", "SITE023", "SITE031");

    public static KeyCodes Listing { get; } = new("DATA010", "DATA011", "DATA012", "DATA013", "DATA014", "DATA020", "DATA021", "DATA023", "DATA031");
}
