using System.Collections.Immutable;

namespace PolicyArchive.Wording;

/// <summary>
/// A sentence or word of the interface in one language, perhaps with places to be filled (<c>{name}</c>), parts that
/// weigh more (<c>**so**</c>), and forms by number.
/// </summary>
public sealed class Phrase
{
    /// <summary>The place whose number chooses the form.</summary>
    public const string Count = "count";

    private readonly ImmutableArray<PhrasePiece>[] _forms = new ImmutableArray<PhrasePiece>[6];
    private readonly PluralRule _rule;

    /// <param name="rule">That of the language in which it is written.</param>
    public Phrase(WordEntry entry, PluralRule rule, Numerals numerals)
    {
        (_rule, Numerals, IsPlural) = (rule, numerals, entry.IsPlural);
        foreach (var (category, text) in entry.Forms)
        {
            _forms[(int)category] = PhraseText.Parse(text);
        }

        Forms = [.. entry.Forms.Where(form => rule.Categories.Contains(form.Category)).Select(form => new PhraseForm(form.Category.ToString().ToLowerInvariant(), form.Text))];
        Slots = [.. _forms.Where(f => !f.IsDefault).SelectMany(f => f).Where(p => p.Sort == PieceSort.Slot).Select(p => p.Text).Distinct(StringComparer.Ordinal)];
        IsPlain = !IsPlural && _forms[(int)PluralCategory.Other].All(piece => piece.Sort == PieceSort.Text);
        IsStrong = _forms.Any(f => !f.IsDefault && f.Any(piece => piece.Sort == PieceSort.StrongStart));
        Text = IsPlain ? string.Concat(_forms[(int)PluralCategory.Other].Select(piece => piece.Text)) : "";
    }

    /// <summary>How numbers are written in it.</summary>
    public Numerals Numerals { get; }

    public bool IsPlural { get; }

    /// <summary>Whether it is a mere text, with nothing to be filled.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether parts of it weigh more, so that it is markup.</summary>
    public bool IsStrong { get; }

    /// <summary>The names of its places, that of the number among them.</summary>
    public ImmutableArray<string> Slots { get; }

    /// <summary>Of a plain phrase; else empty.</summary>
    public string Text { get; }

    /// <summary>For scripts, which fill them: each form with the name of its category.</summary>
    public ImmutableArray<PhraseForm> Forms { get; }

    /// <param name="count">Chooses the form of a phrase that has several.</param>
    public ImmutableArray<PhrasePiece> Pieces(long? count)
    {
        var form = IsPlural && count is { } number ? _forms[(int)_rule.Of(number)] : _forms[(int)PluralCategory.Other];
        return form.IsDefault ? _forms[(int)PluralCategory.Other] : form;
    }

    /// <summary>As plain text.</summary>
    public string Fill(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = "";
        foreach (var piece in Pieces(null))
        {
            text += piece.Sort switch
            {
                PieceSort.Text => piece.Text,
                PieceSort.Slot => ValueOf(piece.Text, values),
                _ => "",
            };
        }

        return text;
    }

    private static string ValueOf(string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (slot, value) in values)
        {
            if (slot == name)
            {
                return value;
            }
        }

        throw new ArgumentException($"nothing is given for {{{name}}}", nameof(name));
    }
}

/// <param name="Category">As words files write it: <c>one</c>, <c>few</c>.</param>
public sealed record PhraseForm(string Category, string Text);
