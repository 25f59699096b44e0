using System.Collections.Immutable;
using PolicyArchive.Briefs;

namespace PolicyArchive.Reading;

/// <summary>The lines of ledger.txt that are neither empty nor comments.</summary>
internal static class LedgerReader
{
    /// <summary>Far more than other files: room for a million addresses.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    public static ImmutableArray<Mention> Read(SourceFile? file)
    {
        var lines = ImmutableArray.CreateBuilder<Mention>();
        var text = file?.Text ?? "";
        for (int from = 0, number = 1; from < text.Length; number++)
        {
            var length = text.AsSpan(from).IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length - from;
            var line = text.AsSpan(from, length);
            var address = line.Trim();
            if (address.Length > 0 && address[0] != '#')
            {
                // White space before an address is ASCII or a character each of one column.
                lines.Add(new Mention(address.ToString(), file!.Head with { Line = number, Column = line.Length - line.TrimStart().Length + 1 }));
            }

            from += length;
            from += from + 1 < text.Length && text[from] == '\r' && text[from + 1] == '\n' ? 2 : 1;
        }

        return lines.ToImmutable();
    }
}
