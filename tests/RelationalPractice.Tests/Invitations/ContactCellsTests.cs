using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Invitations;

public sealed class ContactCellsTests
{
    [Theory]
    [InlineData("03/12/2026")]
    [InlineData("3/12/2026")]
    [InlineData("2026-12-03")]
    [InlineData("03.12.2026")]
    [InlineData("3 Dec 2026")]
    [InlineData("3 December 2026")]
    [InlineData("03/12/2026 00:00:00")]
    [InlineData("2026-12-03T09:30:00")]
    public void Day_AsTheUnitedKingdomWritesIt_IsTheThirdOfDecember(string text) =>
        ContactCells.Day(text).ShouldBe(new DateOnly(2026, 12, 3));

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("29/02/2026")]
    [InlineData("12/31/2026")]
    [InlineData("03/12/26")]
    [InlineData("46359")]
    [InlineData("soon")]
    [InlineData("03/12/2026 later")]
    public void Day_NotADay_IsNone(string text) => ContactCells.Day(text).ShouldBeNull();

    [Theory]
    [InlineData("Mother", FamilyRole.Parent)]
    [InlineData("FOSTER CARER", FamilyRole.Carer)]
    [InlineData("Young person", FamilyRole.YoungPerson)]
    public void Role_KnownWord_IsItsRole(string text, FamilyRole role) => ContactCells.Role(text).ShouldBe(role);

    [Theory]
    [InlineData("am", SafeHours.Mornings)]
    [InlineData("Only mornings", SafeHours.Mornings)]
    public void HoursOf_KnownWord_IsItsHours(string text, SafeHours hours) => ContactCells.HoursOf(text).ShouldBe(hours);

    [Fact]
    public void HoursOf_WordsThatMustNotBeLost_AreNotGuessedAt() => ContactCells.HoursOf("when he is at work").ShouldBeNull();

    [Theory]
    [InlineData("Welsh", "cy")]
    [InlineData("cy", "cy")]
    [InlineData("polish", "pl")]
    [InlineData("Martian", null)]
    public void Language_ByNameOrTag_IsItsTag(string text, string? tag) => ContactCells.Language(text).ShouldBe(tag);
}
