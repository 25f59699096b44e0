using PolicyArchive.Keeping;

namespace PolicyArchive.Commands;

/// <summary>What earlier builds of one input folder left for this one.</summary>
internal sealed class KeptWork
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    private readonly string _cache;

    // Read while the texts are.
    private readonly Task<KeptPack> _words;

    private KeptWork(string cache, string input)
    {
        _cache = cache;
        _words = Task.Run(() => KeptPack.Open(Path.Join(cache, "search"), input));
        Texts = KeptPack.Open(Path.Join(cache, "texts"), input);
    }

    /// <summary>The articles that texts became.</summary>
    public KeptPack Texts { get; }

    /// <summary>What the search index knows of briefs.</summary>
    public KeptPack Words => _words.GetAwaiter().GetResult();

    /// <param name="cache">Null where nothing is kept.</param>
    public static KeptWork? Of(string? cache, string input) => cache is null ? null : new KeptWork(cache, input);

    /// <summary>Clears what has not been used for long.</summary>
    public void Prune()
    {
        const long Most = 4L << 30;
        foreach (var folder in (string[])["texts", "search"])
        {
            new KeptFiles(Path.Join(_cache, folder), TimeProvider.System).Prune(KeptFor, Most);
        }
    }
}
