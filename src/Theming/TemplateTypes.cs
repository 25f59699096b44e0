using System.Collections.Frozen;
using Fluid.Ast;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>What each expression of a template gives, and which names in it mean nothing.</summary>
internal abstract class TemplateTypes(Template template, TemplateTypes.Known known, Dictionary<string, Kind> variables) : AstVisitor
{
    /// <summary>What all templates of one theme share, and the findings of them all.</summary>
    internal sealed record Known(
        FrozenDictionary<Type, Members> Tables,
        FrozenDictionary<string, Template> Partials,
        FrozenDictionary<string, SiteUrl> Assets,
        Words Words)
    {
        public List<Finding> Findings { get; } = [];

        /// <summary>Partials already followed with these arguments; one may call itself.</summary>
        public HashSet<string> Followed { get; } = new(StringComparer.Ordinal);

        /// <summary>The assets that templates name.</summary>
        public HashSet<string> Named { get; } = new(StringComparer.Ordinal);
    }

    protected Template Template { get; } = template;

    protected Known Shared { get; } = known;

    /// <summary>What can be named at this point of the template.</summary>
    protected Dictionary<string, Kind> Variables { get; } = variables;

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        _ = KindOf(memberExpression);
        return memberExpression;
    }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        _ = KindOf(filterExpression);
        return filterExpression;
    }

    protected Kind KindOf(Expression? expression)
    {
        switch (expression)
        {
            case null:
                return Kind.Unknown;
            case MemberExpression member:
                return KindOf(member);
            case FilterExpression filter:
                return KindOf(filter);
            case LiteralExpression literal:
                return literal.Value switch
                {
                    Fluid.Values.NumberValue => Kind.Number,
                    Fluid.Values.BooleanValue => Kind.Truth,
                    Fluid.Values.StringValue => Kind.Text,
                    _ => Kind.Unknown,
                };
            case RangeExpression range:
                Visit(range);
                return Kind.Number with { IsList = true };
            default:
                Visit(expression);
                return Kind.Truth;
        }
    }

    private Kind KindOf(MemberExpression expression)
    {
        var path = "";
        var kind = Kind.Unknown;
        foreach (var segment in expression.Segments)
        {
            if (segment is IdentifierSegment { Identifier: var name })
            {
                kind = path.Length == 0 ? Variable(name) : Member(kind, name, path);
                path = path.Length == 0 ? name : $"{path}.{name}";
            }
            else if (segment is IndexerSegment { Expression: var index })
            {
                kind = index is LiteralExpression { Value: Fluid.Values.StringValue text } && !kind.IsList
                    ? Member(kind, text.ToStringValue(), path)
                    : Indexed(kind, index, path);
            }
        }

        return kind;
    }

    private Kind Indexed(Kind kind, Expression index, string path)
    {
        _ = KindOf(index);
        if (kind is { Type: not null, IsList: false })
        {
            Report("THEME008", path, $"`{path}` is {kind}, not a list", "only lists have items");
            return Kind.Unknown;
        }

        return kind.Item;
    }

    private Kind Variable(string name)
    {
        if (Variables.TryGetValue(name, out var kind))
        {
            return kind;
        }

        Report("THEME004", name, $"there is no variable `{name}` here", Suggest(name, Variables.Keys, $"there are: {string.Join(", ", Variables.Keys.Order(StringComparer.Ordinal))}"));
        return Kind.Unknown;
    }

    private Kind Member(Kind owner, string name, string path)
    {
        IEnumerable<string> names = [];
        if (owner.Type is null)
        {
            return Kind.Unknown;
        }

        if (owner.IsList || owner.Type == typeof(string))
        {
            switch (name)
            {
                case "size":
                    return Kind.Number;
                case "first" or "last" when owner.IsList:
                    return owner.Item;
            }

            names = owner.IsList ? ["first", "last", "size"] : ["size"];
        }
        else if (owner == Kind.Loop)
        {
            names = ["first", "index", "index0", "last", "length", "rindex", "rindex0"];
            if (names.Contains(name))
            {
                return name is "first" or "last" ? Kind.Truth : Kind.Number;
            }
        }
        else if (Shared.Tables.TryGetValue(owner.Type, out var table))
        {
            if (table.Table.TryGetValue(name, out var member))
            {
                return member.Kind;
            }

            names = table.Table.Keys;
        }

        Report("THEME004", $"{path}.{name}", $"`{path}` has no `{name}`", Suggest(name, names, names.Any() ? $"it has: {string.Join(", ", names)}" : $"it is {owner}"));
        return Kind.Unknown;
    }

    private Kind KindOf(FilterExpression filter)
    {
        var input = KindOf(filter.Input);
        foreach (var parameter in filter.Parameters)
        {
            _ = KindOf(parameter.Expression);
        }

        if (!Filters.All.TryGetValue(filter.Name, out var result))
        {
            Report("THEME005", filter.Name, $"there is no filter `{filter.Name}`", Suggest(filter.Name, Filters.All.Keys, $"there are: {string.Join(", ", Filters.All.Keys.Order(StringComparer.Ordinal))}"));
            return Kind.Unknown;
        }

        switch (filter.Name)
        {
            case Filters.Asset:
                CheckAsset(filter.Input);
                break;
            case Filters.Fill:
                return Filled(filter, input);
        }

        var named = filter.Parameters is [{ Expression: LiteralExpression { Value: Fluid.Values.StringValue text } }, ..] ? text.ToStringValue() : null;
        var memberOfItem = filter.Name is "map" or "where" or "sort" && named is not null ? Member(input.Item, named, WordOf(filter.Input)) : Kind.Unknown;
        return result switch
        {
            FilterResult.Number => Kind.Number,
            FilterResult.Same when input.Type is null && filter.Parameters is [{ Expression: var other }, ..] => KindOf(other),
            FilterResult.Same => input,
            FilterResult.Item => input.Item,
            FilterResult.Texts => Kind.Text with { IsList = true },
            FilterResult.Member => memberOfItem with { IsList = true },
            _ => Kind.Text,
        };
    }

    // What a template fills must be what the phrase has; markup among it makes the whole markup.
    private Kind Filled(FilterExpression filter, Kind input)
    {
        var path = WordOf(filter.Input);
        if (input.Type is null)
        {
            return Kind.Text;
        }

        if (input.Type != typeof(Phrase) || input.IsList || !Shared.Words.Phrases.TryGetValue(path[(path.LastIndexOf('.') + 1)..], out var phrase))
        {
            Report("THEME016", path, $"`{path}` has no places to fill", "only phrases of `words` have");
            return Kind.Text;
        }

        string[] given = [.. filter.Parameters.Select(p => p.Name ?? "").Order(StringComparer.Ordinal)];
        string[] places = [.. phrase.Slots.Union(phrase.IsPlural ? [Phrase.Count] : []).Order(StringComparer.Ordinal)];
        if (!given.SequenceEqual(places))
        {
            var (has, gets) = (Named(places, "no place"), Named([.. given.Select(g => g.Length == 0 ? "a value without a name" : g)], "nothing"));
            Report("THEME016", path, $"`{path}` has {has} to fill, and is given {gets}", $"write {{{{ {path} | {Filters.Fill}{(places.Length == 0 ? "" : ": ")}{string.Join(", ", places.Select(w => $"{w}: …"))} }}}}");
        }

        var kinds = filter.Parameters.Select(p => (p.Name, Kind: KindOf(p.Expression))).ToArray();
        foreach (var (name, kind) in kinds.Where(k => !k.Kind.IsPrintable))
        {
            Report("THEME016", path, $"`{name}` of `{path}` is {kind}, which cannot be printed", "give a text, a number, or markup that `capture` has gathered");
        }

        return phrase.IsStrong || kinds.Any(k => k.Kind.Type == typeof(TrustedMarkup)) ? new Kind(typeof(TrustedMarkup)) : Kind.Text;
    }

    private static string Named(string[] names, string none) => names.Length == 0 ? none : string.Join(", ", names.Select(name => $"`{name}`"));

    private void CheckAsset(Expression input)
    {
        if (input is not LiteralExpression literal)
        {
            Report("THEME007", Filters.Asset, "an asset must be named in quotation marks", "as in {{ 'site.css' | asset }}");
        }
        else if (literal.Value.ToStringValue() is var name && Shared.Assets.ContainsKey(name))
        {
            Shared.Named.Add(name);
        }
        else
        {
            Report("THEME007", name, $"there is no asset `{name}`", Suggest(name, Shared.Assets.Keys, "put it into the theme's folder `assets`"));
        }
    }

    protected static string WordOf(Expression? expression) => expression switch
    {
        MemberExpression member => string.Join('.', member.Segments.OfType<IdentifierSegment>().Select(s => s.Identifier)),
        FilterExpression filter => WordOf(filter.Input),
        LiteralExpression literal => literal.Value.ToStringValue(),
        _ => "expression",
    };

    protected static string Suggest(string word, IEnumerable<string> names, string otherwise) =>
        Nearest.To(word, names) is { } near ? $"did you mean `{near}`?" : otherwise;

    protected void Report(string code, string word, string message, string hint, bool isPrinted = false) =>
        Shared.Findings.Add(Finding.Error(code, Template.PlaceOf(word, isPrinted), message, hint));
}
