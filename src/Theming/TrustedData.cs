using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using PolicyArchive.Markup;

namespace PolicyArchive.Theming;

/// <summary>JSON that is escaped for a script element already, printed unencoded there.</summary>
internal sealed class TrustedData(ReadOnlyMemory<byte> json) : FluidValue
{
    public override FluidValues Type => FluidValues.String;

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other) || (json.IsEmpty && other?.Type == FluidValues.Empty);

    public override bool Equals(object? obj) => obj is FluidValue other && Equals(other);

    public override int GetHashCode() => json.GetHashCode();

    public override bool ToBooleanValue() => !json.IsEmpty;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => Encoding.UTF8.GetString(json.Span);

    public override object ToObjectValue() => this;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        if (writer is MarkupWriter bytes)
        {
            bytes.Write(json.Span);
        }
        else
        {
            writer.Write(ToStringValue());
        }

        return default;
    }
}
