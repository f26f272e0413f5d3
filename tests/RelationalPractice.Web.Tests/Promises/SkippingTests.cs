using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>Promise 4: every question may be skipped; only the choice of tier is needed.</summary>
public abstract class SkippingTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Theory]
    [InlineData(Audience.ParentCarer, Tier.Named)]
    [InlineData(Audience.ParentCarer, Tier.WorkerOnly)]
    [InlineData(Audience.ParentCarer, Tier.Anonymous)]
    [InlineData(Audience.YoungPerson, Tier.Named)]
    [InlineData(Audience.YoungPerson, Tier.WorkerOnly)]
    [InlineData(Audience.YoungPerson, Tier.Anonymous)]
    public async Task Send_EverythingSkipped_IsAccepted(Audience audience, Tier tier)
    {
        var family = NewFamily();
        await family.StartAsync(audience);
        await family.ChooseAsync(tier);
        while (family.Page.Path != "/feedback/check")
        {
            await family.AnswerAsync();
            family.Page.Errors.ShouldBeEmpty();
        }

        var response = await Host.ResponseAsync(await family.SendAsync());

        response.Tier.ShouldBe(tier);
        response.Answers.ShouldBeEmpty();
        response.Raised.ShouldBeFalse();
        (response as WorkerResponse)?.WorkerNameTyped.ShouldBeNull();
        (response as NamedResponse)?.RespondentName.ShouldBeNull();
        (response as NamedResponse)?.Contact.ShouldBeNull();
    }

    [Fact]
    public async Task Skip_WhatWasAnswered_TakesScoresBackAndKeepsWords()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        await family.Browser.SubmitAsync("Skip this question", ("situation", "Words that were written"));
        await family.AnswerAsync(("trust", "1"), ("skilled", "5"));
        await family.Browser.GetAsync("/feedback/question/attributes");
        family.Page.Document.QuerySelectorAll("main :checked").Length.ShouldBe(2);

        await family.Browser.SubmitAsync("Skip this question");
        await family.GoOnToCheckAsync();
        var response = await Host.ResponseAsync(await family.SendAsync());

        response.Answers.ShouldHaveSingleItem().Text.ShouldBe("Words that were written");
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("\n\n")]
    [InlineData("\u200b\u2060")]
    [InlineData("\u0007")]
    public async Task Send_NothingToSeeTyped_IsASkippedQuestion(string typed)
    {
        var code = await NewFamily().GiveAsync(Tier.Named, ("RespondentName", typed.Replace("\n", " ")), ("situation", typed));

        var response = (NamedResponse)await Host.ResponseAsync(code);

        response.Answers.ShouldBeEmpty();
        response.RespondentName.ShouldBeNull();
    }
}

public sealed class SqliteSkippingTests(SqliteHost host) : SkippingTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlSkippingTests(PostgreSqlHost host) : SkippingTests(host), IClassFixture<PostgreSqlHost>;
