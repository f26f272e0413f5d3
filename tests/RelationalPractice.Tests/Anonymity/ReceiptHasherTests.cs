using RelationalPractice.Anonymity;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Anonymity;

public class ReceiptHasherTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Hash_SameCodeAndKey_IsTheSame() =>
        ReceiptHasher.Hash("1234567890123456", Key).ShouldBe(ReceiptHasher.Hash("1234567890123456", Key));

    [Fact]
    public void Hash_OtherCodeOrKey_IsAnother()
    {
        var hash = ReceiptHasher.Hash("1234567890123456", Key);

        ReceiptHasher.Hash("1234567890123457", Key).ShouldNotBe(hash);
        ReceiptHasher.Hash("1234567890123456", [.. Key[..31], 255]).ShouldNotBe(hash);
        hash.Length.ShouldBe(ReceiptHasher.HashLength);
    }

    /// <summary>Worked out by another program. Codes on paper must still find their response: the hash may never change.</summary>
    [Fact]
    public void Hash_KnownCode_IsAsItEverWas() =>
        Convert.ToHexStringLower(ReceiptHasher.Hash("1234567890123456", Key)).ShouldBe("c5cd4500d9bb97e75a1b5b45c23017b09a936e5938325f18650f010c69fa66ae");

    [Fact]
    public void Rounds_Hashing_IsSlowOnPurpose() => ReceiptHasher.Rounds.ShouldBeGreaterThanOrEqualTo(4_000);
}
