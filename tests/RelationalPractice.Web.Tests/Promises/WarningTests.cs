using AngleSharp.Dom;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>Promise 8: what we must act on is said first, in every tier, and help is one step away on every page.</summary>
public abstract class WarningTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Theory]
    [InlineData(Audience.ParentCarer, "If you tell us a child is at risk of harm, we must act on what you wrote")]
    [InlineData(Audience.YoungPerson, "if you tell us that a child is being hurt or might be, we have to do something about it")]
    public async Task Get_BeforeAnythingIsTyped_SaysWhatWeMustActOn(Audience audience, string warning)
    {
        var family = NewFamily();

        var first = await family.Browser.GetAsync(audience == Audience.ParentCarer ? "/" : $"/f/{SampleAuthority.YoungCode}");
        first.Text.ShouldContain(warning, Case.Insensitive);
        first.Text.ShouldContain("call 999");
        var how = await family.StartAsync(audience);

        how.Path.ShouldBe("/feedback/how");
        how.Text.ShouldContain("Whichever you choose: " + warning, Case.Insensitive);
        TextBoxes(first).Concat(TextBoxes(how)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Audience.ParentCarer, Tier.Named)]
    [InlineData(Audience.ParentCarer, Tier.WorkerOnly)]
    [InlineData(Audience.ParentCarer, Tier.Anonymous)]
    [InlineData(Audience.YoungPerson, Tier.Named)]
    [InlineData(Audience.YoungPerson, Tier.WorkerOnly)]
    [InlineData(Audience.YoungPerson, Tier.Anonymous)]
    public async Task Get_EveryPageWithATextBox_WarnsBeforeIt(Audience audience, Tier tier)
    {
        var family = NewFamily();
        await family.StartAsync(audience);
        await family.ChooseAsync(tier);
        var boxes = 0;
        while (family.Page.Path != "/feedback/check")
        {
            if (TextBoxes(family.Page) is [var first, ..])
            {
                boxes++;
                var before = WordsBefore(family.Page, first);
                before.ShouldContain("within one working day", Case.Sensitive, family.Page.Path);
                before.ShouldContain("999", Case.Sensitive, family.Page.Path);
                LinksBefore(family.Page, first).ShouldContain("/help", family.Page.Path);
                if (tier == Tier.Anonymous)
                {
                    before.ShouldContain(audience == Audience.ParentCarer ? "we cannot act on what you tell us" : "we cannot find out who needs help");
                }

                if (audience == Audience.YoungPerson)
                {
                    before.ShouldContain("0800 1111");
                }
            }

            await family.AnswerAsync();
        }

        boxes.ShouldBe(tier == Tier.Anonymous ? 6 : 7);
    }

    [Fact]
    public async Task Get_EveryPage_IsOneStepFromHelp()
    {
        foreach (var address in FamilyAddresses.All.Append("/no-such-page").Where(address => address != "/leave"))
        {
            var page = await Host.Browser().GetAsync(address);

            page.Document.QuerySelectorAll("a[href='/help']").ShouldNotBeEmpty(address);
            page.Document.QuerySelector("form[action='/leave'] button").ShouldNotBeNull(address);
        }

        foreach (var audience in Enum.GetValues<Audience>())
        {
            var family = NewFamily();
            await family.StartAsync(audience);
            await family.ChooseAsync(Tier.Named);
            while (family.Page.Path != "/feedback/sent")
            {
                family.Page.Document.QuerySelectorAll("a[href='/help']").ShouldNotBeEmpty(family.Page.Path);
                await family.Browser.SubmitAsync(family.Page.Path == "/feedback/check" ? Family.Send : Family.Continue);
            }

            family.Page.Document.QuerySelectorAll("a[href='/help']").ShouldNotBeEmpty();
        }
    }

    private static IReadOnlyList<IElement> TextBoxes(Page page) => [.. page.Document.QuerySelectorAll("main textarea, main input[type=text], main input:not([type])")];

    private static string WordsBefore(Page page, IElement box)
    {
        var range = page.Document.CreateRange();
        range.StartWith(page.Document.QuerySelector("main")!, 0);
        range.EndBefore(box);
        return string.Join(' ', range.CopyContent().TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static IEnumerable<string> LinksBefore(Page page, IElement box) => page.Document.QuerySelectorAll("main a[href]")
        .Where(link => link.CompareDocumentPosition(box).HasFlag(DocumentPositions.Following))
        .Select(link => link.GetAttribute("href")!);
}

public sealed class SqliteWarningTests(SqliteHost host) : WarningTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlWarningTests(PostgreSqlHost host) : WarningTests(host), IClassFixture<PostgreSqlHost>;
