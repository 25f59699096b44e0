using System.Collections.Concurrent;
using System.Collections.Frozen;
using Fluid;
using Fluid.Ast;

namespace PolicyArchive.Theming;

/// <summary>The partials of a theme at work on one site, and what they have made so far.</summary>
internal sealed class Partials : AstRewriter
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte[]>> _shared = new(StringComparer.Ordinal);
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

    /// <summary>What a partial has made, for all calls that give it arguments of these names.</summary>
    public ConcurrentDictionary<string, byte[]> Of(string name, IReadOnlyList<AssignStatement> arguments) =>
        _shared.GetOrAdd(string.Join(' ', [name, .. arguments.Select(a => a.Identifier)]), _ => new(StringComparer.Ordinal));

    protected override Statement VisitRenderStatement(RenderStatement renderStatement) =>
        renderStatement is { With: null, For: null }
            ? new PartialStatement(this, renderStatement.Path, renderStatement.AssignStatements)
            : renderStatement;
}
