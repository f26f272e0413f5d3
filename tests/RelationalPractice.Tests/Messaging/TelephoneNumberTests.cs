using RelationalPractice.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Messaging;

public sealed class TelephoneNumberTests
{
    // 07700 900000 to 900999, 020 7946 0000 and the like are Ofcom's numbers for drama: nobody has them.
    [Theory]
    [InlineData("07700900123")]
    [InlineData("07700 900123")]
    [InlineData("07700-900-123")]
    [InlineData("(07700) 900 123")]
    [InlineData("+447700900123")]
    [InlineData("+44 7700 900123")]
    [InlineData("+44 (0)7700 900123")]
    [InlineData("+4407700900123")]
    [InlineData("00447700900123")]
    [InlineData("0044 (0) 7700 900123")]
    [InlineData("447700900123")]
    [InlineData("7700900123")]
    [InlineData(" 07700\u00a0900123 ")]
    [InlineData("０７７００９００１２３")]
    [InlineData("\u202a+447700900123\u202c")]
    public void Parse_MobileHoweverWritten_IsOneNumber(string typed)
    {
        var number = TelephoneNumber.Parse(typed);

        number.ShouldNotBeNull().International.ShouldBe("+447700900123");
        number.Kind.ShouldBe(TelephoneKind.Mobile);
        number.TakesTexts.ShouldBeTrue();
        number.AsWritten.ShouldBe("07700 900123");
    }

    [Theory]
    [InlineData("020 7946 0123", TelephoneKind.Landline)]
    [InlineData("01632 960123", TelephoneKind.Landline)]
    [InlineData("0808 157 0123", TelephoneKind.Landline)]
    [InlineData("0300 123 4567", TelephoneKind.Landline)]
    [InlineData("016977 2345", TelephoneKind.Landline)]
    [InlineData("0909 879 0123", TelephoneKind.Premium)]
    [InlineData("0871 872 1234", TelephoneKind.Premium)]
    [InlineData("07011 234567", TelephoneKind.Premium)]
    [InlineData("07624 900123", TelephoneKind.Mobile)]
    [InlineData("07600 123456", TelephoneKind.Premium)]
    [InlineData("+353 85 123 4567", TelephoneKind.Abroad)]
    [InlineData("00 48 512 345 678", TelephoneKind.Abroad)]
    public void Parse_OtherNumbers_AreKnownForWhatTheyAre(string typed, TelephoneKind kind) =>
        TelephoneNumber.Parse(typed).ShouldNotBeNull().Kind.ShouldBe(kind);

    [Theory]
    [InlineData("0909 879 0123")]
    [InlineData("020 7946 0123")]
    public void TakesTexts_LandlineOrPremium_DoesNot(string typed) => TelephoneNumber.Parse(typed).ShouldNotBeNull().TakesTexts.ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("none")]
    [InlineData("07700 90012")]
    [InlineData("07700 9001234")]
    [InlineData("07700 900123 or 07700 900124")]
    [InlineData("ring mum")]
    [InlineData("999")]
    [InlineData("+")]
    [InlineData("+0044770")]
    [InlineData("1234567890123456789012345")]
    [InlineData("=07700900123")]
    public void Parse_NoNumber_IsNone(string? typed) => TelephoneNumber.Parse(typed).ShouldBeNull();

    [Fact]
    public void ToString_Anything_SaysNothing() => TelephoneNumber.Parse("07700 900123")!.ToString().ShouldBe("(telephone number)");
}
