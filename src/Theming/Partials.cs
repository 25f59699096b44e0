using System.Collections.Concurrent;
using System.Collections.Frozen;
using Fluid;
using Fluid.Ast;

namespace PolicyArchive.Theming;

/// <summary>The partials of a theme at work on one site, and what they have made so far.</summary>
internal sealed class Partials : AstRewriter
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<object, byte[]>> _shared = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, IFluidTemplate> _templates;

    public Partials(IEnumerable<KeyValuePair<string, Template>> templates, TemplateOptions options)
    {
        Options = options;
        _templates = templates.ToFrozenDictionary(t => t.Key, t => Prepare(t.Value.Parsed), StringComparer.Ordinal);
    }

    public TemplateOptions Options { get; }

    public IFluidTemplate Named(string name) => _templates[name];

    /// <summary>A template whose partials are rendered here.</summary>
    public IFluidTemplate Prepare(IFluidTemplate template) => VisitTemplate(template);

    /// <summary>Where the results of a call are kept, for all calls that differ in one argument at most; else null.</summary>
    public ConcurrentDictionary<object, byte[]>? SharedBy(string name, IReadOnlyList<AssignStatement> arguments)
    {
        var varying = arguments.Where(a => a.Value is not LiteralExpression).Select(a => a.Identifier).ToArray();
        if (varying.Length > 1)
        {
            return null;
        }

        var constants = arguments.Select(a => a.Value is LiteralExpression { Value: var value } ? $"{a.Identifier}={value.Type}:{value.ToStringValue()}" : "");
        return _shared.GetOrAdd(string.Join('\n', [name, .. varying, .. constants]), _ => new());
    }

    protected override Statement VisitRenderStatement(RenderStatement renderStatement) =>
        renderStatement is { With: null, For: null }
            ? new PartialStatement(this, renderStatement.Path, renderStatement.AssignStatements)
            : renderStatement;
}
