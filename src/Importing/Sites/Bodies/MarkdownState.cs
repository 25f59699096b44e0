using System.Text;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>Where in a Markdown text its end is: within code, within the address of a link, or in running text.</summary>
internal sealed class MarkdownState
{
    // An address is shorter; a line may be a whole text.
    private const int LongestAddress = 2_000;

    private readonly StringBuilder _line = new();
    private string? _fence;
    private int _ticks;

    public bool IsInFence => _fence is not null;

    public bool IsInCode => IsInFence || _ticks % 2 == 1;

    /// <summary>Within an address or a tag, where Markdown has no marks.</summary>
    public bool IsInAddress
    {
        get
        {
            var start = Math.Max(0, _line.Length - LongestAddress);
            var line = _line.ToString(start, _line.Length - start);
            var (open, tag) = (line.LastIndexOf("](", StringComparison.Ordinal), line.LastIndexOf('<'));
            return (open >= 0 && line.IndexOf(')', open) < 0) || (tag >= 0 && tag + 1 < line.Length && (char.IsAsciiLetter(line[tag + 1]) || line[tag + 1] == '/') && line.IndexOf('>', tag) < 0);
        }
    }

    public void Add(ReadOnlySpan<char> text)
    {
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            _line.Append(text[..end]);
            EndLine(_line.ToString());
            _line.Clear();
            _ticks = 0;
            text = text[(end + 1)..];
        }

        _line.Append(text);
        _ticks += text.Count('`');
    }

    // CommonMark 0.31, 4.5.
    private void EndLine(string line)
    {
        var text = line.TrimStart(' ');
        var mark = text.Length > 2 && text[0] is '`' or '~' ? text[0] : '\0';
        var length = mark == '\0' ? 0 : text.Length - text.TrimStart(mark).Length;
        if (length < 3)
        {
            return;
        }

        if (_fence is null)
        {
            _fence = mark == '`' && text[length..].Contains('`', StringComparison.Ordinal) ? null : new string(mark, length);
        }
        else if (text.StartsWith(_fence, StringComparison.Ordinal) && text[length..].Trim().Length == 0)
        {
            _fence = null;
        }
    }
}
