using System.IO.Compression;

namespace PolicyArchive.Tests.WholeSites;

public sealed class LinksAndWeights
{
    public static TheoryData<string> Sites => ["sample", "everything"];

    private static WholeSite Site(string name) => name == "sample" ? WholeSite.Sample : WholeSite.Everything;

    [Theory]
    [MemberData(nameof(Sites))]
    public void Every_page_is_reached_from_the_front_page_and_every_link_on_the_way_leads_to_something(string name)
    {
        var site = Site(name);
        var folder = site.Plan.Settings.BaseUrl.Folder;
        var parsed = site.Pages.ToDictionary(p => p, p => Dom.Parse(site.Text(p)), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "index.html" };
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var at))
        {
            foreach (var link in parsed[at].QuerySelectorAll("a[href], form[action]").Select(a => a.GetAttribute("href") ?? a.GetAttribute("action")!).Where(h => h.StartsWith('/') || h.StartsWith('#')))
            {
                var (path, fragment) = link.Split('#') is [var p, var f] ? (p, Uri.UnescapeDataString(f)) : (link, "");
                var local = path.Length == 0 ? at : Uri.UnescapeDataString(path[(folder.Length + 1)..]);
                local = local.Length == 0 || local.EndsWith('/') ? local + "index.html" : local;
                Assert.True(site.Files.ContainsKey(local), $"{at}: {link}");
                Assert.True(fragment.Length == 0 || !parsed.TryGetValue(local, out var target) || target.GetElementById(fragment) is not null, $"{at}: {link}");
                if (parsed.ContainsKey(local) && seen.Add(local))
                {
                    queue.Enqueue(local);
                }
            }
        }

        Assert.Equal([], site.Pages.Except(seen).Except(site.Plan.Pages.Where(p => p is PolicyArchive.Pages.RedirectPage or PolicyArchive.Pages.RetiredPage).Select(p => p.Url.OutputPath)).Where(p => p != "404.html"));
    }

    [Fact]
    public void A_brief_of_a_thousand_words_weighs_less_than_14_KiB_with_its_styles_and_scripts()
    {
        foreach (var page in WholeSite.Sample.Plan.BriefPages.Values.Where(p => p.Entry.Brief.Body.Words <= 1_000))
        {
            var html = WholeSite.Sample.Files[page.Url.OutputPath];
            var loaded = Dom.Parse(System.Text.Encoding.UTF8.GetString(html)).QuerySelectorAll("link[rel=stylesheet], script[src]").Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))!.TrimStart('/')).ToArray();
            Assert.NotEmpty(loaded);
            var weight = Compressed(html) + loaded.Sum(path => Compressed(WholeSite.Sample.Files[path]));
            Assert.True(weight < 14 * 1024, $"{page.Url} weighs {weight} bytes");
        }
    }

    private static int Compressed(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)buffer.Length;
    }
}
