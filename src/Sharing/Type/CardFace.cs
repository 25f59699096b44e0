using System.Collections.Concurrent;
using HarfBuzzSharp;

namespace PolicyArchive.Sharing.Type;

/// <summary>A font file at work: which letters it has, how they are joined and what they look like. Safe to use from many threads.</summary>
internal sealed class CardFace
{
    /// <summary>Units to the em in which HarfBuzz places glyphs, whatever those of the file.</summary>
    public const int Scale = 4096;

    // Opened once for the whole program: a preview prepares the site again and again.
    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Changed), Lazy<CardFace?>> Opened = new();

    private readonly ConcurrentDictionary<uint, Outline> _outlines = new();

    private CardFace(Font font) => Font = font;

    public Font Font { get; }

    /// <summary>Null where the file is no font.</summary>
    /// <exception cref="DllNotFoundException">HarfBuzz does not run on this machine.</exception>
    public static CardFace? Open(string path)
    {
        var file = new FileInfo(path);
        return Opened.GetOrAdd((file.FullName, file.Length, file.LastWriteTimeUtc), static key => new(() => Read(key.Path))).Value;
    }

    public bool Has(int codePoint) => Font.TryGetNominalGlyph(codePoint, out _);

    public Outline OutlineOf(uint glyph) => _outlines.GetOrAdd(glyph, static (id, face) => OutlinePen.Draw(face.Font, id, Scale), this);

    private static CardFace? Read(string path)
    {
        var blob = Blob.FromFile(path);
        var face = new Face(blob, 0);
        if (face.GlyphCount == 0)
        {
            face.Dispose();
            blob.Dispose();
            return null;
        }

        face.MakeImmutable();
        var font = new Font(face);
        font.SetScale(Scale, Scale);
        font.SetFunctionsOpenType();
        return new CardFace(font);
    }
}
