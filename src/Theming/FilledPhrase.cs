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

        var pieces = phrase.Pieces(phrase.IsPlural ? (long)arguments[Phrase.Count].ToNumberValue() : null);
        var isMarkup = phrase.IsStrong;
        foreach (var piece in pieces)
        {
            isMarkup |= piece.Sort == PieceSort.Slot && IsMarkup(arguments[piece.Text]);
        }

        var text = "";
        foreach (var piece in pieces)
        {
            text += piece.Sort switch
            {
                PieceSort.Text => isMarkup ? Encoded(piece.Text) : piece.Text,
                PieceSort.Slot => Shown(arguments[piece.Text], phrase.Numerals, isMarkup),
                PieceSort.StrongStart => "<strong>",
                _ => "</strong>",
            };
        }

        return new StringValue(text, encode: !isMarkup);
    }

    private static string Shown(FluidValue value, Numerals numerals, bool isEncoded)
    {
        var text = value is NumberValue ? numerals.Text((long)value.ToNumberValue()) : value.ToStringValue();
        return isEncoded && !IsMarkup(value) ? Encoded(text) : text;
    }

    private static bool IsMarkup(FluidValue value) => value is StringValue { Encode: false } or TrustedMarkup;

    private static string Encoded(string text) => ThemeRenderer.Encoder.Encode(text);
}
