using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Dom.Events;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Checking;

/// <summary>One finished page as a browser reads it: what is wrong in it alone, and where it leads.</summary>
internal sealed record FinishedPage(string Path, FrozenSet<string> Ids, string[] Links, Finding[] Findings)
{
    private const string WithAddress = "a[href], area[href], link[href], img[src], script[src], source[src], video[src], audio[src], track[src], video[poster], form[action]";

    public static FinishedPage Of(RenderedFile file)
    {
        if (ElementDepth.Of(file.Bytes.Span) > ElementDepth.Deepest)
        {
            return new FinishedPage(file.Path, [], [], [Finding.Error("PAGE016", new Place(file.Path), $"the page nests its elements more than {ElementDepth.Deepest} deep, so nothing else in it was checked", "mend the template")]);
        }

        var faults = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, e) => faults.Add(e is HtmlErrorEvent fault ? $"{fault.Message.TrimEnd('.')} (line {fault.Position.Line}, column {fault.Position.Column})" : "it cannot be read");
        using var stream = new MemoryStream(file.Bytes.ToArray());
        using var document = parser.ParseDocument(stream);
        var ids = document.All.Select(e => e.Id).OfType<string>().Where(id => id.Length > 0).ToArray();
        var links = document.QuerySelectorAll(WithAddress).SelectMany(Addresses).ToArray();
        return new FinishedPage(file.Path, ids.ToFrozenSet(StringComparer.Ordinal), links, [.. PageRules.Judge(new Place(file.Path), document, ids), .. Markup(file.Path, faults)]);
    }

    private static IEnumerable<string> Addresses(IElement element) =>
        ((string?[])[element.GetAttribute("href"), element.GetAttribute("src"), element.GetAttribute("poster"), element.GetAttribute("action")]).OfType<string>();

    private static IEnumerable<Finding> Markup(string path, List<string> faults) => faults.Count == 0
        ? []
        : [Finding.Error("PAGE009", new Place(path), $"the page is not valid HTML: {faults[0]}{(faults.Count > 1 ? $", and {faults.Count - 1} more" : "")}", "mend the template")];
}
