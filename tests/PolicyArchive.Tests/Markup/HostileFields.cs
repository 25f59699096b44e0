using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using PolicyArchive.Tests.Feeds;

namespace PolicyArchive.Tests.Markup;

/// <summary>One text in every field that readers see, and every file that comes of it, each read as its readers read it.</summary>
public sealed class HostileFields
{
    private static readonly Lazy<(string[] Kinds, int Headers, int Redirects)> Honest = new(() =>
    {
        using var site = With("Honest words");
        var files = site.Files();
        return ([.. files.Where(IsPage).SelectMany(f => Kinds(f.Value)).Distinct()], Lines(files["_headers"]), Lines(files["_redirects"]));
    });

    [Theory]
    [InlineData("\"><script>hit()</script>")]
    [InlineData("'><img src=x onerror=hit()>")]
    [InlineData("\" onmouseover=\"hit()\" x=\"")]
    [InlineData("' autofocus onfocus=hit() x='")]
    [InlineData("</title><script>hit()</script>")]
    [InlineData("</script><script>hit()</script><!--")]
    [InlineData("</h1></article></main></body></html><script>hit()</script>")]
    [InlineData("]]><script xmlns='http://www.w3.org/1999/xhtml'>hit()</script><![CDATA[")]
    [InlineData("--><script>hit()</script><!--")]
    [InlineData("<!ENTITY x SYSTEM 'file:///etc/passwd'> &x;")]
    [InlineData("&lt;script&gt;hit()&lt;/script&gt; &amp;amp; &#60;b&#62;")]
    [InlineData("{{ site.title }} {% render 'x' %} {%- raw -%}")]
    [InlineData("${hit()} `hit()` #{hit()} <%= hit() %>")]
    [InlineData("javascript:hit()")]
    [InlineData("data:text/html,<script>hit()</script>")]
    [InlineData("<svg/onload=hit()> and <math href=javascript:hit()>")]
    [InlineData("<template shadowrootmode=open><slot></template>")]
    [InlineData("x\u2028y\u2029z")]
    [InlineData("x\nX-Injected: y\n/* /evil 301!")]
    [InlineData("/* /evil 200!")]
    [InlineData("\\\"\\'\\u003cscript\\u003ehit()")]
    [InlineData("=HYPERLINK(\"https://evil.example\")")]
    [InlineData("*a* _b_ [c](javascript:hit()) ![d](x)")]
    [InlineData("\u202Ereversed \u2067never closed")]
    [InlineData("＜script＞hit()＜/script＞")]
    public void Shows_as_the_text_that_it_is(string text)
    {
        using var site = With(text);
        var (_, files) = site.Build();
        Assert.True(files.Count > 20, string.Join('\n', site.Findings()));
        foreach (var page in files.Where(IsPage))
        {
            Assert.Empty(Kinds(page.Value).Except(Honest.Value.Kinds).Select(kind => $"{kind} in {page.Key}"));
        }

        Assert.Equal((Honest.Value.Headers, Honest.Value.Redirects), (Lines(files["_headers"]), Lines(files["_redirects"])));
        Assert.Contains(TextOf(text), TextOf(Dom.Parse(files["briefs/x/index.html"]).QuerySelector("h1")!.TextContent), StringComparison.Ordinal);
        foreach (var (path, content) in files.Where(f => f.Key.EndsWith(".xml", StringComparison.Ordinal) || f.Key.EndsWith(".opml", StringComparison.Ordinal)))
        {
            var nodes = XDocument.Parse(content).DescendantNodes().ToArray();
            Assert.DoesNotContain(nodes.OfType<XElement>(), e => e.Name.LocalName is "script" or "svg" or "img");
            foreach (var html in nodes.OfType<XCData>())
            {
                FeedRules.Harmless(Dom.Parse(html.Value).Body!);
            }
        }

        foreach (var (_, content) in files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(content);
            Assert.DoesNotContain('\u2028', content);
        }
    }

    [Fact]
    public void A_title_that_turns_the_direction_of_text_turns_nothing_after_it()
    {
        using var site = With("A \u202Etitle \u2067unclosed");
        var item = Dom.Parse(site.Files()["index.html"]).QuerySelectorAll("a").First(a => a.TextContent.Contains("title", StringComparison.Ordinal));
        Assert.Equal("A \u202Etitle \u2067unclosed\u2069\u202C", item.TextContent);
    }

    private static SmallSite With(string text)
    {
        var t = JsonSerializer.Serialize(text);
        return new SmallSite()
            .With("settings.yml", $"title: {t}\ndescription: {t}\nbase_url: https://archive.example\npublisher: {{name: {t}}}\ndisclaimer: {t}\n")
            .With("people.yml", $"ana:\n  name: {t}\n  affiliation: {t}\n  bio: {t}\n")
            .With("topics.yml", $"t:\n  name: {t}\n  description: {t}\n").With("regions.yml", $"r:\n  name: {t}\n  description: {t}\n").With("series.yml", $"s:\n  name: {t}\n  description: {t}\n")
            .With("pages/p.md", $"---\ntitle: {t}\ndescription: {t}\n---\nText.\n")
            .With("briefs/old.md", "---\ntitle: Old\npublished: 2018-01-01\nredirect_from: /before/\n---\nText.\n").With("files/a.pdf", "%PDF")
            .With("briefs/x.md", $$"""
            ---
            title: {{t}}
            published: 2019-03-04
            authors: [ana, {name: {{t}}, affiliation: {{t}}}]
            topics: [t]
            regions: [r]
            series: s
            number: {{t}}
            kind: {{t}}
            summary: {{t}}
            key_points: [{{t}}]
            disclaimer: {{t}}
            source: {name: {{t}}, title: {{t}}, url: "https://a.example/", permission: {{t}}}
            corrections: [{date: 2020-01-01, text: {{t}}}]
            attachments: [{file: /files/a.pdf, title: {{t}}}]
            supersedes: [old]
            ---
            Text.

            """);
    }

    private static bool IsPage(KeyValuePair<string, string> file) => file.Key.EndsWith(".html", StringComparison.Ordinal);

    private static int Lines(string file) => file.Split('\n').Length;

    private static string TextOf(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('\u2069', '\u202C');

    // Every element with the names of its attributes; what holds an address, with its scheme.
    private static IEnumerable<string> Kinds(string html) => Dom.Parse(html).All.Select(e =>
        $"<{e.LocalName} {string.Join(' ', e.Attributes.Where(a => a.Name != "dir").Select(a => a.Name is "href" or "src" or "action" ? $"{a.Name}={a.Value.Split(':')[0].Split('/')[0]}" : a.Name).Order(StringComparer.Ordinal))}>");
}
