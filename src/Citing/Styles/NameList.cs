using System.Collections.Immutable;

namespace PolicyArchive.Citing.Styles;

/// <summary>The authors of a piece as a style lists them.</summary>
internal static class NameList
{
    private static readonly NameForm Chicago = new(person => person.Given, KeepsParticles: false);
    private static readonly NameForm Apa = new(GivenName.Initials, KeepsParticles: true);
    private static readonly NameForm Mla = new(GivenName.Full, KeepsParticles: true);

    /// <summary>The Chicago Manual of Style, 18th edition, 13.107: up to six, else the first three.</summary>
    public static Phrase InChicagoBibliography(Reference reference) =>
        FirstInverted(Chicago, reference, reference.Authors.Length > 6 ? 3 : reference.Authors.Length);

    /// <summary>The same, 13.23: up to two, else the first.</summary>
    public static Phrase InChicagoNote(Reference reference)
    {
        ImmutableArray<Phrase> names = [.. reference.Authors.Take(2).Select(name => Phrase.Plain(Chicago.Spoken(name, reference.Language)))];
        return reference.Authors.Length > 2 ? Phrase.Join(" ", names[0], Phrase.Plain("et al.")) : Phrase.Join(" and ", names.AsSpan());
    }

    /// <summary>The Publication Manual, 7th edition, 9.8: up to twenty, else nineteen and the last.</summary>
    public static Phrase InApa(Reference reference)
    {
        ImmutableArray<Phrase> names = [.. reference.Authors.Select(name => Phrase.Plain(Apa.Inverted(name, reference.Language)))];
        return names.Length switch
        {
            < 2 => Phrase.Join("", names.AsSpan()),
            <= 20 => Phrase.Join(IsPairWithBody(reference) ? " & " : ", & ", Phrase.Join(", ", names.AsSpan()[..^1]), names[^1]),
            _ => Phrase.Join(", … ", Phrase.Join(", ", names.AsSpan()[..19]), names[^1]),
        };
    }

    /// <summary>The MLA Handbook, 9th edition, 5.5–5.8: up to two, else the first.</summary>
    public static Phrase InMla(Reference reference) => FirstInverted(Mla, reference, reference.Authors.Length > 2 ? 1 : reference.Authors.Length);

    private static Phrase FirstInverted(NameForm form, Reference reference, int shown)
    {
        ImmutableArray<Phrase> names =
            [.. reference.Authors.Take(shown).Select((name, i) => Phrase.Plain(i == 0 ? form.Inverted(name, reference.Language) : form.Spoken(name, reference.Language)))];
        return shown < reference.Authors.Length ? Phrase.Join(", ", [.. names, Phrase.Plain("et al.")])
            : shown < 2 ? Phrase.Join("", names.AsSpan())
            : Phrase.Join(IsPairWithBody(reference) ? " and " : ", and ", Phrase.Join(", ", names.AsSpan()[..^1]), names[^1]);
    }

    // No comma stands before a body that follows the only other author.
    private static bool IsPairWithBody(Reference reference) => reference.Authors is [_, CitedName.Literal { IsBody: true }];
}
