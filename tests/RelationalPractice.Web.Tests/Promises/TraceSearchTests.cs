using System.Net;
using System.Text;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Traces;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

public sealed class TraceSearchTests
{
    private static readonly DateTimeOffset Moment = new(2031, 3, 21, 14, 3, 27, 123, TimeSpan.Zero);

    private static readonly Trace[] Traces =
    [
        Trace.OfText("name", "Philippa O’Thistle"),
        Trace.OfTelephone("number", "07700 900 461"),
        Trace.OfId("id", new Guid("30c7e5f0-2d4e-4f7f-b3f4-9c2f8a41d903")),
        Trace.OfAddress("address", IPAddress.Parse("2001:db8:1234::9abc")),
        Trace.OfBytes("secret", [.. Enumerable.Range(100, 32).Select(i => (byte)i)]),
        Trace.OfMoment("moment", Moment),
        Trace.OfDay("day", new DateOnly(2031, 3, 24)),
    ];

    [Fact]
    public void Find_EveryFormAnywhereInAFile_IsFound()
    {
        var search = new TraceSearch(Traces);
        var forms = Traces.SelectMany(trace => trace.Forms, (trace, form) => (trace.Fact, Form: form.Key, Bytes: form.Value)).ToList();
        forms.Count.ShouldBeGreaterThan(300);

        foreach (var (fact, form, bytes) in forms)
        {
            foreach (var file in new[] { bytes, [.. new byte[7], .. bytes, .. new byte[9]], [.. Enumerable.Repeat((byte)255, 3), .. bytes] })
            {
                search.Find([new KeptFile("file", file)]).Keys.ShouldContain(new Finding("file", fact, form));
            }
        }
    }

    [Theory]
    [InlineData("He wrote philippa o’thistle in the margin", "name")]
    [InlineData("{\"name\":\"Philippa O\\u2019Thistle\"}", "name")]
    [InlineData("/search?q=Philippa+O%E2%80%99Thistle", "name")]
    [InlineData("tel:+447700900461", "number")]
    [InlineData("2031-03-21T14:03:27Z", "moment")]
    [InlineData("Fri, 21 Mar 2031 14:03:27 GMT", "moment")]
    [InlineData("at 14:03", "moment")]
    [InlineData("1931868207", "moment")]
    [InlineData("1931868207123", "moment")]
    [InlineData("Philippa of another name, 07700 900 462, 24/03/2032", null)]
    public void Find_AsPeopleAndProgramsWriteIt_IsFound(string text, string? fact)
    {
        var found = new TraceSearch(Traces).Find([new KeptFile("text", Encoding.UTF8.GetBytes(text))]);

        found.Keys.Select(finding => finding.Fact).Distinct().ShouldBe(fact is null ? [] : [fact]);
    }

    [Fact]
    public void Find_InsideSomethingInBase64_IsFound()
    {
        foreach (var before in new[] { "", "x", "xy", "xyz" })
        {
            var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}Philippa O’Thistle, and more"));

            new TraceSearch(Traces).Find([new KeptFile("text", Encoding.UTF8.GetBytes(text))]).Keys.ShouldContain(finding => finding.Fact == "name");
        }
    }

    [Fact]
    public void Added_OnlyWhatIsNewOrMore_IsNamed()
    {
        var search = new TraceSearch(Traces);
        var once = search.Find([new KeptFile("a", "tel 07700 900 461"u8.ToArray())]);
        var twice = search.Find([new KeptFile("a", "tel 07700 900 461, 07700 900 461"u8.ToArray())]);
        var elsewhere = search.Find([new KeptFile("b", "tel 07700 900 461"u8.ToArray())]);

        TraceSearch.Added(once, once).ShouldBeEmpty();
        TraceSearch.Added(twice, once).ShouldBeEmpty();
        TraceSearch.Added(once, twice).ShouldHaveSingleItem().ShouldContain("number");
        TraceSearch.Added(once, elsewhere).ShouldHaveSingleItem().ShouldEndWith("in b");
    }
}
