using System.Text.Json;
using PolicyArchive.Briefs;
using PolicyArchive.Reading;

namespace PolicyArchive.Tests.Contract;

/// <summary>The JSON Schemas that editors complete and check keys by say what the reader reads.</summary>
public sealed class EditorSchemas
{
    private static JsonElement Schema(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(SmallSite.Repository, $"docs/schemas/{name}.schema.json"))).RootElement;

    /// <summary>The keys but those that are another name of one.</summary>
    public static IEnumerable<string> MainKeys(string name) =>
        Schema(name).GetProperty("properties").EnumerateObject().Where(property => !property.Value.TryGetProperty("$ref", out _)).Select(property => property.Name);

    private static IEnumerable<string> KeysOf(string name) => Schema(name).GetProperty("properties").EnumerateObject().Select(property => property.Name);

    public static IEnumerable<object[]> AllKeys() =>
        ((string[])["brief", "settings"]).SelectMany(name => KeysOf(name).Select(key => (object[])[name, key]));

    [Theory]
    [MemberData(nameof(AllKeys))]
    public void Every_key_of_a_schema_is_known_to_the_reader(string schema, string key)
    {
        using var site = schema == "brief" ? SmallSite.WithBrief($"{key}: [[nothing]]") : SmallSite.WithSettings($"{key}: [[nothing]]\n").AndBrief("x", "");
        Assert.DoesNotContain(site.Build().Report.Shown, finding => finding.Message.Contains("has no effect", StringComparison.Ordinal) && finding.Message.Contains($"`{key}`", StringComparison.Ordinal));
    }

    // Names that other generators write, and notes without effect: read, but nothing to offer to a writer.
    private static readonly string[] Unoffered = ["lang", "topic", "region", "excerpt", "lead", "correction", "attachment", "DestinationPath", "layout", "order", "id"];

    [Fact]
    public void Every_key_of_a_brief_that_the_reader_knows_is_in_the_schema()
    {
        var (file, _) = SourceFile.Decode("briefs/x.md", "input/briefs/x.md", "Text."u8.ToArray());
        var keys = new Keys(KeyCodes.Brief, []);
        var settings = new Settings { Today = new DateOnly(2026, 1, 1), WordBook = WordsFolder.BuiltIn };
        _ = new BriefReader(file!, keys, settings, new BodyReader(settings, null)).Read(0);
        Assert.Empty(keys.Known.Distinct().Except(KeysOf("brief")).Except(Unoffered));
    }

    [Fact]
    public void A_key_that_the_schema_lacks_is_unknown_to_the_reader()
    {
        using var site = SmallSite.WithBrief("colour: red").With("settings.yml", "title: T\nbase_url: https://a.example\ncolour: red\n");
        Assert.Equal(2, site.Build().Report.Shown.Count(finding => finding.Message.StartsWith("`colour` is not a key", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_schema_of_words_has_every_word_as_it_must_be()
    {
        Assert.Equal(BuiltInWords.English.Entries.Keys, KeysOf("words"));
        foreach (var property in Schema("words").GetProperty("properties").EnumerateObject())
        {
            var entry = BuiltInWords.English.Entries[property.Name];
            var sort = entry.IsPlural ? "oneOf" : entry.Items.IsEmpty ? "string" : "array";
            Assert.Equal((property.Name, sort), (property.Name, property.Value.TryGetProperty("type", out var type) ? type.GetString() : "oneOf"));
            Assert.All(sort == "string" ? entry.Shape.Slots : [], slot => Assert.Contains($"\\\\{{{slot}\\\\}}", property.Value.GetRawText(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_words_file_names_its_schema_in_its_first_line() =>
        Assert.All(Directory.GetFiles(Path.Combine(SmallSite.Repository, "theme", "words"), "*.yml").Where(f => Path.GetFileName(f) != "languages.yml"), file =>
        {
            var first = File.ReadLines(file).First();
            Assert.StartsWith("# yaml-language-server: $schema=", first, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, first.Split("$schema=")[1])));
        });

    [Theory]
    [InlineData("settings")]
    [InlineData("people")]
    [InlineData("topics")]
    [InlineData("regions")]
    [InlineData("series")]
    public void The_files_of_the_sample_name_their_schema_in_their_first_line(string schema)
    {
        var first = File.ReadLines(Path.Combine(SmallSite.Repository, $"input/{schema}.yml")).First();
        Assert.Equal($"# yaml-language-server: $schema=../docs/schemas/{schema}.schema.json", first);
        Assert.True(File.Exists(Path.Combine(SmallSite.Repository, "input", first.Split("$schema=")[1])));
    }
}
