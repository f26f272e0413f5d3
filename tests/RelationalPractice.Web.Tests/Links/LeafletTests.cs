using System.Net;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Links;

/// <summary>The leaflet of a link, to print.</summary>
public abstract class LeafletTests(StaffSite site)
{
    [Theory]
    [InlineData(Audience.ParentCarer, "How are things with your social worker?")]
    [InlineData(Audience.YoungPerson, "What is your social worker like?")]
    public async Task Get_EachAudience_SaysWhyHowAndWhoCanHelp(Audience audience, string title)
    {
        var link = await site.MakeLinkAsync();

        var page = await OpenAsync(SurveyLinkLinks.Leaflet(link.Id, new LeafletChoice(audience)));

        page.Heading.ShouldBe(title);
        page.Document.QuerySelector(".leaflet .qr svg").ShouldNotBeNull();
        page.Document.QuerySelector(".leaflet .address")!.TextContent.ShouldBe($"localhost/f/{link.Code}");
        page.Document.QuerySelectorAll(".leaflet-ways dt").Length.ShouldBe(3);
        var words = PageText.Of(page.Document.QuerySelector(".leaflet"));
        words.ShouldContain("0800 1111");
        words.ShouldContain("01632 960 100");
        words.ShouldContain("quality@calder-vale.example");
        words.ShouldContain("call 999", Case.Insensitive);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Get_EachSize_IsSetOutForIt(bool a4, bool large)
    {
        var link = await site.MakeLinkAsync();

        var page = await OpenAsync(SurveyLinkLinks.Leaflet(link.Id, new LeafletChoice(Audience.ParentCarer, IsA4: a4, IsLarge: large)));

        page.Document.DocumentElement.ClassList.Contains("large-print").ShouldBe(large);
        page.Document.QuerySelector(".leaflet")!.ClassList.Contains("leaflet--a4").ShouldBe(a4);
        page.Document.QuerySelectorAll(".screen-only a").ShouldContain(other => other.TextContent == (a4 ? "On A5" : "On A4"));
    }

    [Fact]
    public async Task Get_ALinkForYoungPeople_IsForThemWhateverTheAddressSays()
    {
        var link = await site.MakeLinkAsync(audience: Audience.YoungPerson);

        (await OpenAsync(SurveyLinkLinks.Leaflet(link.Id, new LeafletChoice(Audience.ParentCarer)))).Heading.ShouldBe("What is your social worker like?");
    }

    [Fact]
    public async Task Get_WhatIsNotThere_IsNotFound()
    {
        var (off, on) = (await site.MakeLinkAsync(off: true), await site.MakeLinkAsync());
        var browser = await site.SignInAsync(Role.QualityAssurance);

        foreach (var address in new[] { SurveyLinkLinks.Leaflet(off.Id), SurveyLinkLinks.Leaflet(Guid.NewGuid()), $"{SurveyLinkLinks.Leaflet(on.Id)}?language=tlh", "/links/paper/grown-ups" })
        {
            (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    [Fact]
    public async Task Get_NoChromiumConfigured_OffersNoPdf()
    {
        var link = await site.MakeLinkAsync();
        foreach (var address in new[] { SurveyLinkLinks.Leaflet(link.Id), SurveyLinkLinks.Card(link.Id), SurveyLinkLinks.PaperForm(Audience.ParentCarer) })
        {
            var page = await OpenAsync($"{address}?as=pdf");
            page.Document.QuerySelectorAll(".screen-only a").ShouldNotContain(link => link.TextContent.Contains("PDF"));
        }
    }

    [Fact]
    public async Task Details_ALink_LeadsToItsLeafletsOnPaperAndToSend()
    {
        var link = await site.MakeLinkAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync(SurveyLinkLinks.Details(link.Id));

        (await browser.FollowAsync("Leaflet, Young person, English")).Heading.ShouldBe("What is your social worker like?");
        await browser.GetAsync(SurveyLinkLinks.Details(link.Id));
        (await browser.FollowAsync($"https://localhost/leaflet/{link.Code}?audience=parent-carer")).Heading.ShouldBe("How are things with your social worker?");
    }

    private async Task<Page> OpenAsync(string path)
    {
        var page = await (await site.SignInAsync(Role.QualityAssurance)).GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    public sealed class OnSqlite(SqliteSite site) : LeafletTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : LeafletTests(site), IClassFixture<PostgreSqlSite>;
}
