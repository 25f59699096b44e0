using System.Collections.Immutable;
using System.Globalization;
using PolicyArchive.Findings;
using PolicyArchive.Naming;
using PolicyArchive.Wording;

namespace PolicyArchive.Reading;

/// <summary>A words file to its entries, each held against English: the same places to be filled, the forms of its own language.</summary>
/// <param name="language">The tag that the file is named by.</param>
/// <param name="english">Which words there are; null for the English that ships with the program, which says it.</param>
internal sealed class WordsFileReader(string language, WordsFile? english, List<Finding> findings)
{
    private readonly PluralRule _rule = PluralRule.For(language);

    public WordsFile Read(YamlMap map)
    {
        var entries = new Dictionary<string, WordEntry>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            var model = english?.Entries.GetValueOrDefault(entry.Key);
            if (english is not null && model is null)
            {
                var near = Nearest.To(entry.Key, english.Entries.Keys);
                findings.Add(Finding.Warning("THEME012", entry.KeyPlace, $"there is no word `{entry.Key}`", near is null ? "words/en.yml has them all" : $"did you mean `{near}`?"));
            }
            else if (entry.Value is not YamlScalar { IsNull: true } && Entry(entry, model) is { } read)
            {
                entries.Add(entry.Key, read);
            }
        }

        return new WordsFile(language, entries);
    }

    private WordEntry? Entry(YamlEntry entry, WordEntry? model)
    {
        var read = entry.Value switch
        {
            YamlScalar text when model is null || (!model.IsPlural && model.Items.IsEmpty) => WordEntry.Of(text.Text),
            YamlScalar text when model.IsPlural && _rule.Categories.Length == 1 => WordEntry.Of([(PluralCategory.Other, text.Text)]),
            YamlMap forms when model is null or { IsPlural: true } => Forms(entry.Key, forms),
            YamlList items when model is null || items.Items.Length == model.Items.Length => Items(entry.Key, items),
            _ => null,
        };
        if (read is null)
        {
            var wanted = model switch
            {
                { IsPlural: true } => $"forms by number: {string.Join(", ", _rule.Categories.Select(Name))}",
                { Items.IsEmpty: false } => $"a list of {model.Items.Length} texts",
                _ => "one text",
            };
            Report("THEME013", entry.Value.Place, $"`{entry.Key}` is not as it must be here", $"write {wanted}");
            return null;
        }

        return model is null or { Items.IsEmpty: false } || Fits(entry, read, model) ? read : null;
    }

    private WordEntry? Forms(string key, YamlMap map)
    {
        var forms = ImmutableArray.CreateBuilder<(PluralCategory, string)>();
        foreach (var entry in map.Entries)
        {
            if (!Enum.TryParse<PluralCategory>(entry.Key, ignoreCase: true, out var category) || Name(category) != entry.Key || !_rule.Categories.Contains(category))
            {
                Report("THEME013", entry.KeyPlace, $"`{language}` has no form `{entry.Key}`", $"it has: {string.Join(", ", _rule.Categories.Select(Name))}");
            }
            else if (entry.Value is YamlScalar { IsNull: false } text)
            {
                forms.Add((category, text.Text));
            }
        }

        if (_rule.Categories.Except(forms.Select(f => f.Item1)).Select(Name).ToArray() is { Length: > 0 } missing)
        {
            Report("THEME013", map.Place, $"`{key}` lacks the form {string.Join(", ", missing.Select(m => $"`{m}`"))}", $"`{language}` has: {string.Join(", ", _rule.Categories.Select(Name))}");
        }

        return WordEntry.Of(forms.ToImmutable());
    }

    private static WordEntry? Items(string key, YamlList list) =>
        list.Items.All(item => item is YamlScalar { IsNull: false }) ? WordEntry.Of([.. list.Items.Select(item => ((YamlScalar)item).Text)]) : null;

    // The same places, but that a form may say its number in words, as Arabic does of one and two.
    private bool Fits(YamlEntry entry, WordEntry read, WordEntry model)
    {
        var shape = model.Shape;
        var before = findings.Count;
        foreach (var (category, text) in read.Forms)
        {
            var own = WordEntry.Of(text).Shape;
            var place = entry.Value is YamlMap map ? map.Entries.First(e => e.Key == Name(category)).Value.Place : entry.Value.Place;
            foreach (var slot in own.Slots.Except(shape.Slots))
            {
                Report("THEME014", place, $"nothing is filled in for `{{{slot}}}`", shape.Slots.IsEmpty ? "English has nothing to fill here" : $"English has: {string.Join(", ", shape.Slots.Select(s => $"`{{{s}}}`"))}");
            }

            foreach (var slot in shape.Slots.Except(own.Slots).Where(slot => !(read.IsPlural && slot == Phrase.Count)))
            {
                Report("THEME014", place, $"`{{{slot}}}` is missing", "put it where it stands in a sentence of this language");
            }

            if (own.IsStrong && !shape.IsStrong)
            {
                Report("THEME014", place, "`**` would be shown here as it stands", "leave it out");
            }

            if (IsMisnumbered(entry.Key, text) is { } cure)
            {
                Report("THEME013", place, $"`{entry.Key}` is not as it must be here", cure);
            }
        }

        return findings.Count == before;
    }

    private static string? IsMisnumbered(string key, string text) => key switch
    {
        "digits" when text.Length != 10 || !text.All(char.IsDigit) => "write the ten digits from nought to nine",
        "grouped_from" when !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var least) || least < 1000 => "write the least number that is grouped, e.g. 1000",
        _ => null,
    };

    private void Report(string code, Place place, string message, string hint) => findings.Add(Finding.Error(code, place, message, hint));

    private static string Name(PluralCategory category) => category.ToString().ToLowerInvariant();
}
