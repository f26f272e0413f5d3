using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Interviews;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Interviews;

/// <summary>What an interviewer says of themselves, and the times they offer.</summary>
public abstract class TimesTests(StaffSite site)
{
    [Fact]
    public async Task Profile_FirstTimeAndChanged_IsKeptAndAudited()
    {
        var member = await site.HireAsync(Role.Interviewer);
        var browser = await site.SignInAsync(member);
        (await browser.GetAsync("/interviews/mine/offer")).Text.ShouldContain("Say first who you are to families");
        await browser.FollowAsync("Say who you are");
        (await browser.SubmitAsync("Save")).Errors.ShouldBe(["Choose what you are", "Choose an answer, or that you would rather not say"]);

        await browser.SubmitAsync("Save", ("Kind", "Practitioner"), ("Gender", "rather-not-say"), ("Languages", "Urdu"));
        await browser.GetAsync("/interviews/mine/profile");
        await browser.SubmitAsync("Save", ("Gender", "Man"));

        var profile = await site.InDatabaseAsync(db => db.InterviewerProfiles.AsNoTracking().SingleAsync(p => p.StaffMemberId == member.Id));
        (profile.Kind, profile.Gender, profile.Languages).ShouldBe((InterviewerKind.Practitioner, InterviewerGender.Man, "Urdu"));
        (await site.AuditedAsync(AuditEventKind.InterviewerChanged, member.Id)).ShouldBe(2);
    }

    [Fact]
    public async Task Offer_SeveralInSummer_FollowEachOtherOnTheClockInLondon()
    {
        var member = await site.InterviewerAsync();

        await OfferAsync(await site.SignInAsync(member), "1 April 2031", "10:30", "90", "2");

        (await SlotsAsync(member)).ShouldBe([new DateTime(2031, 4, 1, 9, 30, 0, DateTimeKind.Utc), new DateTime(2031, 4, 1, 11, 0, 0, DateTimeKind.Utc)]);
        (await site.AuditedAsync(AuditEventKind.InterviewTimesOffered, member.Id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("2031-03-29", 10)]
    [InlineData("2031-03-30", 9)]
    public async Task Offer_RoundTheDayTheClocksChange_IsThatTimeOnTheWall(string day, int utcHour)
    {
        var member = await site.InterviewerAsync();

        var page = await OfferAsync(await site.SignInAsync(member), day, "10:00", "30", "1");

        (await SlotsAsync(member)).ShouldHaveSingleItem().Hour.ShouldBe(utcHour);
        page.Text.ShouldContain("at 10:00");
    }

    [Theory]
    [InlineData("yesterday", "10:00", "60", "1", "Give the day, such as 3 March 2031")]
    [InlineData("2031-01-13", "10:00", "60", "1", "The day must not be in the past")]
    [InlineData("2031-01-14", "10:00", "60", "1", "That time is over already")]
    [InlineData("2031-01-15", "half past", "60", "1", "Give the time, such as 10:30")]
    [InlineData("2031-01-15", "10:15", "60", "1", "Begin on the hour or half-hour, such as 10:00 or 10:30")]
    [InlineData("2031-01-15", "06:30", "60", "1", "Begin at 7 in the morning or later")]
    [InlineData("2031-01-15", "20:00", "60", "2", "The last must end by 9 in the evening")]
    [InlineData("2031-01-15", "10:00", "60", "9", "Offer between 1 and 8 at once")]
    [InlineData("2033-01-15", "10:00", "60", "1", "Offer times within the next 6 months")]
    public async Task Offer_WhatCannotBe_SaysSoAndAddsNothing(string day, string from, string minutes, string count, string message)
    {
        var member = await site.InterviewerAsync();

        var page = await OfferAsync(await site.SignInAsync(member), day, from, minutes, count);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe([message]);
        page.Document.QuerySelector("#From")!.GetAttribute("value").ShouldBe(from);
        (await SlotsAsync(member)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Offer_ForgedLength_IsRefused()
    {
        var member = await site.InterviewerAsync();
        var browser = await site.SignInAsync(member);
        await browser.GetAsync("/interviews/mine/offer");

        var page = await browser.ForgeAsync("Offer them", ("Day", "2031-01-20"), ("From", "10:00"), ("Minutes", "45"), ("Count", "1"));

        page.Errors.ShouldBe(["Choose how long each is"]);
    }

    [Fact]
    public async Task Offer_OverlapsAnOffer_IsRefusedWholeWithAReason()
    {
        var member = await site.InterviewerAsync();
        await site.OfferAsync(member, daysAhead: 6, hour: 11);
        var browser = await site.SignInAsync(member);

        var page = await OfferAsync(browser, "2031-01-20", "10:30", "60", "1");

        page.Errors.ShouldBe(["You offer some of this time already. Nothing was added: choose another time"]);
        (await SlotsAsync(member)).Count.ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.InterviewTimesOffered, member.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task TakeBack_Free_Goes()
    {
        var member = await site.InterviewerAsync();
        var slot = await site.OfferAsync(member);
        var (wish, _) = await site.WishAsync();
        var cancelled = await site.BookAsync(wish, slot);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Interviews.FindAsync(cancelled.Id))!.Cancel("Ill");
            return await db.SaveChangesAsync();
        });
        var browser = await site.SignInAsync(member);
        await browser.GetAsync($"/interviews/mine/times/{slot.Id}/take-back");

        (await browser.SubmitAsync("Take it back")).Path.ShouldBe("/interviews/mine");

        (await SlotsAsync(member)).ShouldBeEmpty();
        (await site.AuditedAsync(AuditEventKind.InterviewTimeTakenBack, member.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task TakeBack_BookedMeanwhileOrAnothers_IsNotThere()
    {
        var member = await site.InterviewerAsync();
        var (mine, theirs) = (await site.OfferAsync(member), await site.OfferAsync(await site.InterviewerAsync()));
        var browser = await site.SignInAsync(member);
        (await browser.GetAsync($"/interviews/mine/times/{theirs.Id}/take-back")).Status.ShouldBe(HttpStatusCode.NotFound);
        await browser.GetAsync($"/interviews/mine/times/{mine.Id}/take-back");
        var (wish, _) = await site.WishAsync();
        await site.BookAsync(wish, mine);

        (await browser.SubmitAsync("Take it back")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await SlotsAsync(member)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task StaffHome_Interviewer_ShowsTheirInterviewsOfToday()
    {
        var member = await site.InterviewerAsync();
        var (wish, _) = await site.WishAsync();
        var (another, _) = await site.WishAsync();
        await site.BookAsync(wish, await site.OfferAsync(member, daysAhead: 0, hour: 16));
        await site.BookAsync(another, await site.OfferAsync(member, daysAhead: 1, hour: 17));

        var page = await (await site.SignInAsync(member)).GetAsync("/staff");

        page.Text.ShouldContain("Tuesday 14 January 2031 at 16:00");
        page.Text.ShouldNotContain("17:00");
    }

    private static async Task<Page> OfferAsync(PageClient browser, string day, string from, string minutes, string count)
    {
        await browser.GetAsync("/interviews/mine/offer");
        return await browser.SubmitAsync("Offer them", ("Day", day), ("From", from), ("Minutes", minutes), ("Count", count));
    }

    private Task<List<DateTime>> SlotsAsync(StaffMember member) =>
        site.InDatabaseAsync(db => db.InterviewSlots.Where(s => s.InterviewerId == member.Id).Select(s => s.StartsAtUtc).Order().ToListAsync());

    public sealed class OnSqlite(SqliteSite site) : TimesTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : TimesTests(site), IClassFixture<PostgreSqlSite>;
}
