using CsCheck;
using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Tests.Searching;

public sealed class FormsByTheirBytes
{
    // Few letters, so that forms are often met again and begin alike; enough of them that the table grows several times.
    private static readonly Gen<byte[]> Form = Gen.Byte[97, 101].Array[1, 7];

    [Fact]
    public void A_form_is_found_with_the_number_it_was_added_with_and_no_other_is() => Form.Array[0, 4000].Sample(forms =>
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var table = new WrittenForms();
        foreach (var form in forms)
        {
            var key = Convert.ToHexString(form);
            Assert.Equal(known.TryGetValue(key, out var expected), table.TryFind(form, out var number));
            Assert.Equal(expected, number);
            if (known.TryAdd(key, known.Count))
            {
                table.Add(form, known.Count - 1);
            }
        }
    }, iter: 100);
}
