using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using RelationalPractice.Anonymity;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Anonymity;

public class PersonalDataProtectorTests
{
    private readonly PersonalDataProtector _protector = new(new EphemeralDataProtectionProvider());

    [Theory]
    [InlineData("Asha Bell")]
    [InlineData("مريم 🙂 Łódź")]
    public void Protect_AName_RestsUnreadableAndIsRevealed(string name)
    {
        var kept = _protector.Protect(name)!;

        kept.Ciphertext.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)).ShouldBe(-1);
        kept.ToString().ShouldNotContain(name);
        _protector.Reveal(kept).ShouldBe(name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Protect_Nothing_KeepsNothing(string? text)
    {
        _protector.Protect(text).ShouldBeNull();
        _protector.Reveal(null).ShouldBeNull();
    }

    [Fact]
    public void Protect_SameNameTwice_CannotBeTold() =>
        _protector.Protect("Asha Bell")!.Ciphertext.ShouldNotBe(_protector.Protect("Asha Bell")!.Ciphertext);

    [Fact]
    public void Protect_LongestThatMayBeTyped_FitsItsColumn() =>
        _protector.Protect(new string('€', 200))!.Ciphertext.Length.ShouldBeLessThanOrEqualTo(ProtectedText.MaxLength);

    [Fact]
    public void Reveal_UnderOtherKeys_IsRefused()
    {
        var elsewhere = new PersonalDataProtector(new EphemeralDataProtectionProvider());

        Should.Throw<CryptographicException>(() => elsewhere.Reveal(_protector.Protect("Asha Bell")));
    }
}
