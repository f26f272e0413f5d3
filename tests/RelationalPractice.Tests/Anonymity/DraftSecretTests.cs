using System.Buffers.Text;
using System.Text;
using RelationalPractice.Anonymity;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Anonymity;

public class DraftSecretTests
{
    private static readonly Chance Chance = new();

    [Fact]
    public void Parse_ItsOwnCookie_IsTheSameSecret()
    {
        var secret = DraftSecret.New(Chance);

        var parsed = DraftSecret.Parse(secret.ToCookie())!;

        parsed.DraftId.ShouldBe(secret.DraftId);
        parsed.ReceiptMaterial.ShouldBe(secret.ReceiptMaterial);
        parsed.Open(secret.Seal("words"u8, Chance)).ShouldBe("words"u8.ToArray());
    }

    [Fact]
    public void ToCookie_AnySecret_IsSafeInACookieAsItIs()
    {
        for (var i = 0; i < 100; i++)
        {
            DraftSecret.New(Chance).ToCookie().ShouldMatch("^[A-Za-z0-9_-]{43}$");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64 at all!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/")]
    [InlineData("ÄAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Parse_WhatWeCouldNotHaveMade_IsNothing(string? cookie) => DraftSecret.Parse(cookie).ShouldBeNull();

    [Fact]
    public void Derived_TwoSecrets_ShareNothing()
    {
        var (one, other) = (DraftSecret.New(Chance), DraftSecret.New(Chance));

        one.DraftId.ShouldNotBe(other.DraftId);
        one.ReceiptMaterial.ShouldNotBe(other.ReceiptMaterial);
        other.Open(one.Seal("words"u8, Chance)).ShouldBeNull();
    }

    [Fact]
    public void Derived_FromOneSecret_TellNothingOfEachOther()
    {
        var secret = DraftSecret.New(Chance);
        var bytes = Base64Url.DecodeFromChars(secret.ToCookie());

        secret.ReceiptMaterial.ShouldNotBe(bytes);
        secret.ReceiptMaterial[..16].ShouldNotBe(secret.DraftId.ToByteArray());
        DraftSecret.Parse(Base64Url.EncodeToString(secret.ReceiptMaterial))!.Open(secret.Seal("words"u8, Chance)).ShouldBeNull();
    }

    /// <summary>Worked out by another program. Drafts and codes that exist must stay readable, so what is derived may never change.</summary>
    [Fact]
    public void Derived_KnownSecret_IsAsItEverWas()
    {
        var secret = DraftSecret.Parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")!;

        secret.DraftId.ShouldBe(new Guid("44c45b81-3693-c588-5b99-9c37b7a7d0f3"));
        Convert.ToHexStringLower(secret.ReceiptMaterial).ShouldBe("c9f6adcc958a8377c3471518ac30f847be957fb33bb1d91bc248fd10880b9772");
    }

    [Fact]
    public void Seal_SameWordsTwice_GivesOtherBytes()
    {
        var secret = DraftSecret.New(Chance);

        secret.Seal("words"u8, Chance).ShouldNotBe(secret.Seal("words"u8, Chance));
    }

    [Fact]
    public void Open_AnyByteChangedOrMissing_IsNothing()
    {
        var secret = DraftSecret.New(Chance);
        var ciphertext = secret.Seal("nobody may change this"u8, Chance);

        for (var at = 0; at < ciphertext.Length; at++)
        {
            var changed = ciphertext.ToArray();
            changed[at] ^= 1;
            secret.Open(changed).ShouldBeNull();
            secret.Open(ciphertext.AsSpan(0, at)).ShouldBeNull();
        }

        Encoding.UTF8.GetString(secret.Open(ciphertext)!).ShouldBe("nobody may change this");
    }

    [Fact]
    public void Open_NothingSealed_IsNothingInside()
    {
        var secret = DraftSecret.New(Chance);

        secret.Open(secret.Seal([], Chance)).ShouldBe([]);
        secret.Open([]).ShouldBeNull();
    }
}
