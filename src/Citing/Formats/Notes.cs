using System.Globalization;

namespace PolicyArchive.Citing.Formats;

/// <summary>What a record has no field for and must not lose.</summary>
internal static class Notes
{
    /// <param name="more">What the format at hand has no field for.</param>
    public static string? Of(Reference reference, params ReadOnlySpan<string> more)
    {
        string?[] notes =
        [
            .. more,
            .. reference.Corrections.Select(correction => $"Corrected {correction.Date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {correction.Text}"),
            reference.RepublishedAt is { } address ? $"Republished at {address}" : null,
            reference.Licence is { } licence ? $"Licence: {licence.Id ?? licence.Url?.Text ?? licence.Name}" : null,
        ];
        var text = string.Join("; ", notes.OfType<string>());
        return text.Length > 0 ? text : null;
    }
}
