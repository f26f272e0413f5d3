using Microsoft.EntityFrameworkCore;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.BrowserTests.Feedback;

public sealed class NamedParentTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task Send_ParentWhoGivesNames_IsKeptWithThem() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.GoToAsync("/");
        await visit.SeesAsync("How are things between you and your social worker?");
        await visit.PressAsync("A parent, carer, relative or friend");
        await visit.SeesAsync("You can leave quickly");
        await visit.PressAsync("Continue");
        await visit.SeesAsync("How do you want to give feedback?");
        await visit.ChooseAsync("Giving your name");
        await visit.PressAsync("Continue");
        await visit.SeesAsync("Who are you, and who is your social worker?");
    });
}
