using System.Buffers.Binary;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class ReceiptCodeTests
{
    private static readonly ReceiptCode Code = ReceiptCode.Parse("1234567890123456")!;

    [Fact]
    public void Grouped_Code_IsFourGroupsOfFour() => Code.Grouped.ShouldBe("1234 5678 9012 3456");

    [Theory]
    [InlineData("1234 5678 9012 3456")]
    [InlineData("  1234  5678\t9012\u00A03456\r\n")]
    [InlineData("1234-5678-9012-3456")]
    [InlineData("1234–5678—9012−3456")]
    [InlineData("1234.5678_9012.3456")]
    [InlineData("I234 5678 9OI2 3456")]
    [InlineData("l234 5678 9ol2 3456")]
    [InlineData("|234 5678 90L2 3456")]
    [InlineData("１２３４　５６７８　９０１２　３４５６")]
    [InlineData("١٢٣٤ ٥٦٧٨ ٩٠١٢ ٣٤٥٦")]
    [InlineData("۱۲۳۴ ۵۶۷۸ ۹۰۱۲ ۳۴۵۶")]
    [InlineData("१२३४ ५६७८ ९०१२ ३४५६")]
    [InlineData("\u200F1234 5678\u200B 9012 3456\uFEFF")]
    public void Parse_AsPeopleTypeIt_IsTheCode(string typed) => ReceiptCode.Parse(typed).ShouldBe(Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123456789012345")]
    [InlineData("12345678901234567")]
    [InlineData("1234 5678 9012 345x")]
    [InlineData("1234 5678 9012 345½")]
    [InlineData("1234567890123456; drop table")]
    public void Parse_NotACode_IsNone(string? typed) => ReceiptCode.Parse(typed).ShouldBeNull();

    [Fact]
    public void Parse_VeryLongText_IsNone() => ReceiptCode.Parse(new string(' ', 500) + Code.Digits).ShouldBeNull();

    // Worked out with another implementation of HKDF: codes people hold must not change with a refactoring.
    [Fact]
    public void Derive_KnownSecret_GivesAlwaysTheSameCode() =>
        ReceiptCode.Derive([.. Enumerable.Range(0, ReceiptCode.SecretLength).Select(number => (byte)number)])
            .Grouped.ShouldBe("9619 8495 9562 5043");

    [Fact]
    public void Derive_FirstDrawWouldFavourLowCodes_DrawsAgain()
    {
        var secret = new byte[ReceiptCode.SecretLength];
        BinaryPrimitives.WriteUInt16BigEndian(secret.AsSpan(30), 4932);

        ReceiptCode.Derive(secret).Grouped.ShouldBe("8282 5527 9854 5615");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Derive_SecretOfAnotherLength_IsRefused(int length) =>
        Should.Throw<ArgumentException>(() => ReceiptCode.Derive(new byte[length]));

    [Fact]
    public void ToString_Code_DoesNotTellIt() => $"{Code}".ShouldNotContain("1234");
}
