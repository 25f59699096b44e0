using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;
using PolicyArchive.Pages;

namespace PolicyArchive.Theming;

/// <summary>The markup of an article, its links filled in: with <see cref="PageContent"/> all that is printed unencoded.</summary>
internal sealed class TrustedMarkup(Html html, ImmutableArray<LinkTarget> links, BaseUrl site) : FluidValue
{
    public override FluidValues Type => FluidValues.String;

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other) || (html.IsEmpty && other?.Type == FluidValues.Empty);

    public override bool Equals(object? obj) => obj is FluidValue other && Equals(other);

    public override int GetHashCode() => html.GetHashCode();

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    /// <summary>What filters work on; their results are encoded.</summary>
    public override string ToStringValue() => html.ToString(Link);

    public override object ToObjectValue() => this;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        if (writer is MarkupWriter bytes)
        {
            html.WriteTo(bytes, Link);
        }
        else
        {
            // Inside `capture`, which gathers text.
            writer.Write(ToStringValue());
        }

        return default;
    }

    private string Link(int slot) => LinkText.Of(links[slot], site.Link);
}

/// <summary>The layout's <c>content</c>: the page's own template, rendered where the layout prints it.</summary>
internal sealed class PageContent(IFluidTemplate template, TemplateContext context) : FluidValue
{
    public override FluidValues Type => FluidValues.String;

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => template.GetHashCode();

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => "";

    public override object ToObjectValue() => this;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) =>
        template.RenderAsync(writer, encoder, context);
}
