using RelationalPractice.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Messaging;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("mum@example.org", "mum@example.org")]
    [InlineData("  Mum.Of.3+school@Example.ORG ", "mum.of.3+school@example.org")]
    [InlineData("o'neill@example.org", "o'neill@example.org")]
    [InlineData("mum@bücher.example", "mum@xn--bcher-kva.example")]
    public void Parse_Address_ComparesInSmallLetters(string typed, string normalised) =>
        EmailAddress.Parse(typed).ShouldNotBeNull().Normalised.ShouldBe(normalised);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mum")]
    [InlineData("mum@")]
    [InlineData("@example.org")]
    [InlineData("mum@example")]
    [InlineData("mum@exa mple.org")]
    [InlineData("mum@example..org")]
    [InlineData("Mum <mum@example.org>")]
    [InlineData("mum@example.org, dad@example.org")]
    [InlineData("mum@example.org\r\nBcc: all@example.org")]
    [InlineData("\"mum\"@example.org")]
    [InlineData("mum@-example.org")]
    public void Parse_NoAddress_IsNone(string? typed) => EmailAddress.Parse(typed).ShouldBeNull();

    [Fact]
    public void Parse_TooLong_IsNone() => EmailAddress.Parse(new string('a', EmailAddress.MaxLength) + "@example.org").ShouldBeNull();
}
