using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using PolicyArchive.Markup;
using PolicyArchive.Pages;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>Renders the pages of one site with one theme.</summary>
public sealed class ThemeRenderer
{
    // Letters of every script stay as they are; whatever could end a tag or an attribute does not.
    internal static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly ConcurrentDictionary<Words, WordedTemplates> _byWords = [];
    private readonly Func<Words, WordedTemplates> _prepare;
    private readonly SitePlan _plan;

    internal ThemeRenderer(Theme theme, SitePlan plan)
    {
        _plan = plan;
        _prepare = words => new WordedTemplates(theme, plan, words);
    }

    /// <exception cref="ThemeFailure">A template parses but cannot be rendered for this page.</exception>
    public RenderedFile Render(Page page)
    {
        var name = TemplateNames.Of(page);
        var templates = _byWords.GetOrAdd(WordsOf(page), _prepare);
        var template = templates[name];
        var context = new TemplateContext(templates.Options);
        context.SetValue("page", FluidValue.Create(page, templates.Options));
        if (page is not RedirectPage)
        {
            context.SetValue("content", new PageContent(template, context));
            template = templates[TemplateNames.Layout];
        }

        using var writer = new MarkupWriter();
        try
        {
            template.RenderAsync(writer, Encoder, context).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is FluidException or FileNotFoundException or ArgumentException or ArithmeticException or FormatException or InvalidOperationException)
        {
            throw new ThemeFailure($"{name}.liquid, for {page.Url}: {fault.Message}");
        }

        return RenderedFile.At(page.Url, writer.ToArray());
    }

    // What is said of a text is said in its language; lists are the site's.
    private Words WordsOf(Page page) => page switch
    {
        BriefPage brief => _plan.Settings.WordsFor(brief.Entry.Language),
        ProsePage prose => _plan.Settings.WordsFor(prose.Language),
        _ => _plan.Settings.Words,
    };
}

/// <summary>A template that parses but cannot be rendered.</summary>
public sealed class ThemeFailure(string message) : Exception(message);
