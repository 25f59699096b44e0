using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using CsCheck;
using PolicyArchive.Commands;
using PolicyArchive.Tests.Markup;

namespace PolicyArchive.Tests.Properties;

/// <summary>The hostile pieces mixed, cut and doubled at random.</summary>
public sealed class HostileTexts
{
    private const int AtOnce = 20;

    private static readonly Gen<string> Piece = Gen.Int[0, HostilePieces.All.Count - 1].Select(i => HostilePieces.All[i].Text);

    private static readonly Gen<string> Mutated = Gen.Select(
        Piece.Array[1, 4], TextsOfAnyKind.OneOf("", " ", "\n", "\n\n", "\n> ", "\n- ", "|"), Gen.Int[0, 1000], Gen.Int[0, 12], Gen.Bool,
        (pieces, glue, at, length, isDoubled) =>
        {
            var text = string.Join(glue, pieces);
            var start = at * text.Length / 1001;
            var end = Math.Min(text.Length, start + length);
            return isDoubled ? text[..end] + text[start..] : text[..start] + text[end..];
        });

    [Fact]
    public void Stay_safe_are_complained_of_within_the_file_and_say_the_same_in_feeds() => Mutated.Array[AtOnce].Sample(texts =>
    {
        using var site = SmallSite.WithSettings("feed_size: 100\n");
        for (var i = 0; i < texts.Length; i++)
        {
            site.With($"briefs/b{i}.md", $"---\ntitle: T\npublished: 2019-01-01\n---\n{texts[i]}\n");
        }

        var build = SiteBuild.Prepare(site.Options with { Theme = BareTheme.Folder });
        foreach (var finding in build.Findings)
        {
            var lines = File.ReadAllText(finding.Place.File).Split('\n');
            Assert.InRange(finding.Place.Line, 1, lines.Length);
            Assert.InRange(finding.Place.Column, 1, lines[finding.Place.Line - 1].Length + 1);
        }

        var files = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        Assert.Empty(build.Render(file => files[file.Path] = Encoding.UTF8.GetString(file.Bytes.Span)));
        using var feed = JsonDocument.Parse(files["feed.json"]);
        foreach (var item in feed.RootElement.GetProperty("items").EnumerateArray())
        {
            var html = files[new Uri(item.GetProperty("url").GetString()!).AbsolutePath[1..] + "index.html"];
            var page = $"<!doctype html><body><div class=\"prose\">{html}</div>";
            Assert.Empty(SafeMarkup.Faults(page));
            Assert.Equal(TextOf(html), TextOf(item.GetProperty("content_html").GetString()!));
        }
    }, iter: 12);

    private static string TextOf(string html) => string.Concat(Dom.Parse($"<!doctype html><body>{html}").Body!.TextContent.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
}
