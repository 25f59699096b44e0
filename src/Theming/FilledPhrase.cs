using System.Text;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>
/// The filter <c>fill</c>: a phrase with its places filled. What a place is given is encoded, unless it is markup already,
/// as a template has gathered it; then the whole is markup.
/// </summary>
internal static class FilledPhrase
{
    public static FluidValue Of(FluidValue input, FilterArguments arguments)
    {
        if (input.ToObjectValue() is not Phrase phrase)
        {
            throw new ThemeFailure("`fill` fills a phrase of `words`");
        }

        var isMarkup = phrase.IsStrong || arguments.Names.Any(name => IsMarkup(arguments[name]));
        var text = new StringBuilder();
        foreach (var piece in phrase.Pieces(phrase.IsPlural ? (long)arguments[Phrase.Count].ToNumberValue() : null))
        {
            switch (piece.Sort)
            {
                case PieceSort.Text:
                    text.Append(isMarkup ? Encoded(piece.Text) : piece.Text);
                    break;
                case PieceSort.Slot:
                    var value = arguments[piece.Text];
                    var shown = value is NumberValue ? phrase.Numerals.Text((long)value.ToNumberValue()) : value.ToStringValue();
                    text.Append(isMarkup && !IsMarkup(value) ? Encoded(shown) : shown);
                    break;
                default:
                    text.Append(piece.Sort == PieceSort.StrongStart ? "<strong>" : "</strong>");
                    break;
            }
        }

        return new StringValue(text.ToString(), encode: !isMarkup);
    }

    private static bool IsMarkup(FluidValue value) => value is StringValue { Encode: false } or TrustedMarkup;

    private static string Encoded(string text) => ThemeRenderer.Encoder.Encode(text);
}
