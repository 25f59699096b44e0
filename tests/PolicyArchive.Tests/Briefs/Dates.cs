using PolicyArchive.Briefs;

namespace PolicyArchive.Tests.Briefs;

public sealed class Dates
{
    [Theory]
    [InlineData("2016-07-21", "2016-07-21", "2016-07-21T00:00:00Z")]
    [InlineData("2016-02-29", "2016-02-29", "2016-02-29T00:00:00Z")]
    [InlineData("2016-07-21T10:00", "2016-07-21", "2016-07-21T10:00:00Z")]
    [InlineData("2016-07-21T10:00:30Z", "2016-07-21", "2016-07-21T10:00:30Z")]
    [InlineData("2016-07-21T23:30:00-05:00", "2016-07-21", "2016-07-22T04:30:00Z")]
    [InlineData("2016-07-21T00:30:00+09:00", "2016-07-21", "2016-07-20T15:30:00Z")]
    [InlineData("2016-07-21 10:00:00", "2016-07-21", "2016-07-21T10:00:00Z")]
    [InlineData("2016-07-21 10:00:00 +0100", "2016-07-21", "2016-07-21T09:00:00Z")]
    [InlineData("2016-07-21T10:00:00.123Z", "2016-07-21", "2016-07-21T10:00:00Z")]
    public void A_day_or_instant_keeps_the_day_of_its_author(string text, string day, string instant)
    {
        var date = PublicationDate.Parse(text)!;
        Assert.Equal(day, date.Day.ToString("o", null));
        Assert.Equal(instant, date.Instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
    }

    [Theory]
    [InlineData("2016-07-21", "2016-07-21")]
    [InlineData("2016-07-21T10:00:00+09:00", "2016-07-21T10:00:00+09:00")]
    [InlineData("2016-07-21T10:00:00Z", "2016-07-21T10:00:00Z")]
    public void A_date_is_written_as_it_was_given(string text, string iso) => Assert.Equal(iso, PublicationDate.Parse(text)!.Iso);

    [Theory]
    [InlineData("")]
    [InlineData("2016")]
    [InlineData("2016-07")]
    [InlineData("2016-7-21")]
    [InlineData("2016-02-30")]
    [InlineData("2015-02-29")]
    [InlineData("2016-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("20160721")]
    [InlineData("21/07/2016")]
    [InlineData("07-21-2016")]
    [InlineData("21 July 2016")]
    [InlineData("2016-07-21T25:00:00Z")]
    [InlineData("2016-07-21T10:00:00+99:00")]
    [InlineData("2016-07-21 ")]
    [InlineData("today")]
    public void What_is_no_day_of_the_calendar_is_never_guessed(string text) => Assert.Null(PublicationDate.Parse(text));
}
