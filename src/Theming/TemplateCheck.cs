using Fluid.Ast;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>
/// Follows the types of one template's variables from its <c>page</c> through loops, assignments and partials, so that
/// what it asks for and no page has is found before any page is rendered.
/// </summary>
internal sealed class TemplateCheck : TemplateTypes
{
    private TemplateCheck(Template template, Known known, Dictionary<string, Kind> variables)
        : base(template, known, variables)
    {
    }

    /// <param name="page">The type of the template's <c>page</c>.</param>
    /// <param name="hasContent">Whether it is a layout, which has <c>content</c>.</param>
    public static void Check(Template template, Type page, bool hasContent, Known known)
    {
        var variables = new Dictionary<string, Kind>(StringComparer.Ordinal) { ["site"] = new(typeof(SiteModel)), ["words"] = new(typeof(Words)), ["page"] = new(page) };
        if (hasContent)
        {
            variables.Add("content", new Kind(typeof(TrustedMarkup)));
        }

        new TemplateCheck(template, known, variables).VisitTemplate(template.Parsed);
    }

    protected override Statement VisitOutputStatement(OutputStatement outputStatement)
    {
        Print(outputStatement.Expression);
        return outputStatement;
    }

    protected override Statement VisitCycleStatement(CycleStatement cycleStatement)
    {
        foreach (var value in cycleStatement.Values)
        {
            Print(value);
        }

        return cycleStatement;
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        Variables[assignStatement.Identifier] = KindOf(assignStatement.Value);
        return assignStatement;
    }

    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement)
    {
        base.VisitCaptureStatement(captureStatement);
        Variables[captureStatement.Identifier] = new Kind(typeof(TrustedMarkup));
        return captureStatement;
    }

    protected override Statement VisitIncrementStatement(IncrementStatement incrementStatement)
    {
        Variables[incrementStatement.Identifier] = Kind.Number;
        return incrementStatement;
    }

    protected override Statement VisitDecrementStatement(DecrementStatement decrementStatement)
    {
        Variables[decrementStatement.Identifier] = Kind.Number;
        return decrementStatement;
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        _ = KindOf(forStatement.Limit);
        _ = KindOf(forStatement.Offset);
        Loop(forStatement.Identifier, forStatement.Source ?? forStatement.Range, forStatement.Statements);
        Visit(forStatement.Else);
        return forStatement;
    }

    protected override Statement VisitTableRowStatement(TableRowStatement tableRowStatement)
    {
        Loop(tableRowStatement.Identifier, tableRowStatement.Source, tableRowStatement.Statements);
        return tableRowStatement;
    }

    protected override Statement VisitRenderStatement(RenderStatement renderStatement)
    {
        // Liquid's `render` shows a partial only the site and what it is given.
        var arguments = new Dictionary<string, Kind>(StringComparer.Ordinal) { ["site"] = new(typeof(SiteModel)), ["words"] = new(typeof(Words)) };
        var subject = renderStatement.Alias ?? renderStatement.Path;
        if (renderStatement.With is { } with)
        {
            arguments[subject] = KindOf(with);
        }

        if (renderStatement.For is { } items)
        {
            arguments[subject] = KindOf(items).Item;
            arguments["forloop"] = Kind.Loop;
        }

        Follow(renderStatement.Path, renderStatement.AssignStatements, arguments);
        return renderStatement;
    }

    protected override Statement VisitIncludeStatement(IncludeStatement includeStatement)
    {
        if (includeStatement.Path is not LiteralExpression literal)
        {
            Report("THEME006", "include", "a partial must be named in quotation marks", "as in {% render 'item', brief: brief %}");
            return includeStatement;
        }

        var path = literal.Value.ToStringValue();
        var arguments = new Dictionary<string, Kind>(Variables, StringComparer.Ordinal);
        if ((includeStatement.With ?? includeStatement.For) is { } subject)
        {
            var kind = KindOf(subject);
            arguments[includeStatement.Alias ?? path] = includeStatement.For is null ? kind : kind.Item;
        }

        Follow(path, includeStatement.AssignStatements, arguments);
        return includeStatement;
    }

    private void Print(Expression expression)
    {
        var kind = KindOf(expression);
        if (!kind.IsPrintable)
        {
            var hint = kind.Type == typeof(Phrase) ? "fill it, as in {{ words.brief_count | fill: count: page.total }}"
                : kind.IsList ? "loop over it with `for`, or use the filter `join` on a list of texts"
                : kind.Type is { } type && Shared.Tables.TryGetValue(type, out var table) ? $"print one of its members: {string.Join(", ", table.Table.Keys)}"
                : "print one of its members";
            Report("THEME008", WordOf(expression), $"`{WordOf(expression)}` is {kind}, which cannot be printed", hint, isPrinted: true);
        }
    }

    private void Loop(string identifier, Expression? source, IReadOnlyList<Statement> statements)
    {
        var kind = KindOf(source);
        if (kind is { Type: not null, IsList: false })
        {
            Report("THEME008", WordOf(source), $"`{WordOf(source)}` is {kind}, not a list", "only lists can be looped over");
        }

        var outer = (Item: Variables.TryGetValue(identifier, out var item) ? item : (Kind?)null, Loop: Variables.TryGetValue("forloop", out var loop) ? loop : (Kind?)null);
        (Variables[identifier], Variables["forloop"]) = (kind.Item, Kind.Loop);
        foreach (var statement in statements)
        {
            Visit(statement);
        }

        Restore(identifier, outer.Item);
        Restore("forloop", outer.Loop);
    }

    private void Restore(string name, Kind? kind)
    {
        if (kind is { } outer)
        {
            Variables[name] = outer;
        }
        else
        {
            Variables.Remove(name);
        }
    }

    private void Follow(string path, IReadOnlyList<AssignStatement> assignments, Dictionary<string, Kind> arguments)
    {
        foreach (var assignment in assignments)
        {
            arguments[assignment.Identifier] = KindOf(assignment.Value);
        }

        if (!Shared.Partials.TryGetValue(path, out var partial))
        {
            Report("THEME006", path, $"there is no partial `{path}`", Suggest(path, Shared.Partials.Keys, "put it into the theme's folder `partials`"));
        }
        else if (Shared.Followed.Add(path + string.Concat(arguments.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $" {a.Key}:{a.Value.Type?.Name}{a.Value.IsList}"))))
        {
            new TemplateCheck(partial, Shared, arguments).VisitTemplate(partial.Parsed);
        }
    }
}
