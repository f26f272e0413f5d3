using RelationalPractice.Collation;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class QueuePositionTests
{
    private static readonly Guid Id = Guid.Parse("0d9a5f0c-7f3e-4a51-9c0a-1f2e3d4c5b6a");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parse_WhatWasWritten_GivesItBack(bool raised)
    {
        var position = new QueuePosition(raised, new DateOnly(2026, 11, 23), Id);

        QueuePosition.Parse(position.ToString()).ShouldBe(position);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("2-20261123-0d9a5f0c7f3e4a519c0a1f2e3d4c5b6a")]
    [InlineData("1-20261399-0d9a5f0c7f3e4a519c0a1f2e3d4c5b6a")]
    [InlineData("1-2026-11-23-0d9a5f0c7f3e4a519c0a1f2e3d4c5b6a")]
    [InlineData("1-20261123-0d9a5f0c")]
    [InlineData("1-20261123-0d9a5f0c7f3e4a519c0a1f2e3d4c5b6a' OR 1=1 --")]
    public void Parse_AnythingElse_IsNoPosition(string? text) => QueuePosition.Parse(text).ShouldBeNull();
}
