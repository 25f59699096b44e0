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
/// markup: where at most one of them varies, and that is a brief or a text, it is rendered once for all pages. A brief
/// stands in a dozen lists.
/// </summary>
internal sealed class PartialStatement(Partials partials, string name, IReadOnlyList<AssignStatement> arguments) : Statement
{
    // A text that differs on every page is not worth keeping; what differs by language or section is.
    private const int MostTexts = 64;
    private const int Deepest = 100;

    private static readonly object Nothing = new();

    private readonly ConcurrentDictionary<object, byte[]>? _rendered = partials.SharedBy(name, arguments);

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var inner = new PartialContext(partials.Options, context is PartialContext outer ? outer.Depth + 1 : 1);
        if (inner.Depth > Deepest)
        {
            throw new InvalidOperationException($"partials are nested more than {Deepest} deep; `{name}` seems to render itself without end");
        }

        object? varies = Nothing;
        foreach (var argument in arguments)
        {
            var value = Now(argument.Value.EvaluateAsync(context));
            inner.SetValue(argument.Identifier, value);
            if (argument.Value is not LiteralExpression)
            {
                varies = value is StringValue text ? text.ToStringValue() : value.ToObjectValue() as Entry;
            }
        }

        if (_rendered is null || varies is null || writer is not MarkupWriter output)
        {
            Render(writer, encoder, inner);
        }
        else
        {
            output.Write(_rendered.TryGetValue(varies, out var known) ? known : Remember(_rendered, varies, encoder, inner));
        }

        return new ValueTask<Completion>(Completion.Normal);
    }

    private byte[] Remember(ConcurrentDictionary<object, byte[]> rendered, object key, TextEncoder encoder, TemplateContext inner)
    {
        using var writer = new MarkupWriter(4096);
        Render(writer, encoder, inner);
        var bytes = writer.ToArray();
        if (key is Entry || rendered.Count < MostTexts)
        {
            rendered.TryAdd(key, bytes);
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
