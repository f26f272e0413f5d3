using RelationalPractice.Web.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Hosting;

public class OneLineTests
{
    [Fact]
    public async Task Run_UnsafeConfiguration_EndsWithItsLineAndACodeOfItsOwn()
    {
        var usual = Console.Error;
        using var error = new StringWriter();
        Console.SetError(error);
        try
        {
            (await OneLine.RunAsync(() => throw new UnsafeConfigurationException("Set this."))).ShouldBe(78);
        }
        finally
        {
            Console.SetError(usual);
        }

        error.ToString().ShouldBe("Set this." + Environment.NewLine);
    }

    [Fact]
    public async Task Run_Program_EndsAsItDoes() => (await OneLine.RunAsync(() => Task.FromResult(3))).ShouldBe(3);

    [Fact]
    public async Task Run_AnythingElseGoesWrong_IsNotHidden() =>
        await Should.ThrowAsync<InvalidOperationException>(() => OneLine.RunAsync(() => throw new InvalidOperationException("Other")));
}
