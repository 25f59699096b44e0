using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;

namespace PolicyArchive.Theming;

/// <summary>
/// <c>render</c> with arguments. A partial sees the site and its arguments alone, so the same arguments give the same
/// markup: where those that vary are texts or one brief, it is rendered once for all pages. A brief stands in a dozen
/// lists.
/// </summary>
internal sealed class PartialStatement(Partials partials, string name, IReadOnlyList<AssignStatement> arguments) : Statement
{
    // A text that differs on every page is not worth keeping; what differs by language or section is.
    private const int MostTexts = 64;
    private const int Deepest = 100;

    // A noncharacter, which no text of a site holds.
    private const char Separator = '\uFDD0';

    private readonly ConcurrentDictionary<string, byte[]> _rendered = partials.Of(name, arguments);

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var inner = new PartialContext(partials.Options, context is PartialContext outer ? outer.Depth + 1 : 1);
        if (inner.Depth > Deepest)
        {
            throw new InvalidOperationException($"partials are nested more than {Deepest} deep; `{name}` seems to render itself without end");
        }

        var (key, entry, isShared) = ("", (Entry?)null, true);
        foreach (var argument in arguments)
        {
            var value = Now(argument.Value.EvaluateAsync(context));
            inner.SetValue(argument.Identifier, value);
            switch (value)
            {
                case StringValue or NumberValue or BooleanValue or NilValue:
                    key = $"{key}{Separator}{value.Type}{Separator}{value.ToStringValue()}";
                    break;
                case var other when entry is null && other.ToObjectValue() is Entry only:
                    entry = only;
                    break;
                default:
                    isShared = false;
                    break;
            }
        }

        if (!isShared || writer is not MarkupWriter output)
        {
            Render(writer, encoder, inner);
        }
        else
        {
            key = entry is null ? key : entry.Brief.Slug.Text + key;
            output.Write(_rendered.TryGetValue(key, out var known) ? known : Remember(key, entry is not null, encoder, inner));
        }

        return new ValueTask<Completion>(Completion.Normal);
    }

    private byte[] Remember(string key, bool isOfBrief, TextEncoder encoder, TemplateContext inner)
    {
        using var writer = new MarkupWriter(4096);
        Render(writer, encoder, inner);
        var bytes = writer.ToArray();
        if (isOfBrief || _rendered.Count < MostTexts)
        {
            _rendered.TryAdd(key, bytes);
        }

        return bytes;
    }

    private void Render(TextWriter writer, TextEncoder encoder, TemplateContext inner) => Now(partials.Named(name).RenderAsync(writer, encoder, inner));

    // Nothing here ever waits: the writer is memory, and so are the members of pages.
    private static T Now<T>(ValueTask<T> task) => task.IsCompleted ? task.Result : task.AsTask().GetAwaiter().GetResult();

    private static void Now(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            task.AsTask().GetAwaiter().GetResult();
        }
    }

    private sealed class PartialContext(TemplateOptions options, int depth) : TemplateContext(options)
    {
        public int Depth { get; } = depth;
    }
}
