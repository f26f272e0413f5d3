using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Demonstration;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Web.Hosting.Commands;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Demonstration;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task Run_Loads_AndPrintsWhatToTry()
    {
        await using var database = await DemonstrationDatabase.CreateAsync(TestDatabaseProvider.Sqlite);

        var (code, printed) = await RunAsync(database, Environments.Development, "--responses", "200", "--seed", "9");

        code.ShouldBe(0);
        printed.ShouldContain("200 responses");
        printed.ShouldContain("qa@demo.example");
        printed.ShouldContain("/f/CHT222");
        printed.ShouldContain("1111 2222 3333 4444");
        await using var db = database.Open();
        (await db.SurveyResponses.CountAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task Run_Again_SaysThatNothingWasAdded()
    {
        await using var database = await DemonstrationDatabase.CreateAsync(TestDatabaseProvider.Sqlite);
        await RunAsync(database, Environments.Development, "--responses", "20");

        var (code, printed) = await RunAsync(database, Environments.Development, "--responses", "20");

        code.ShouldBe(0);
        printed.ShouldContain("already there");
    }

    [Fact]
    public async Task Run_Production_IsRefused()
    {
        await using var database = await DemonstrationDatabase.CreateAsync(TestDatabaseProvider.Sqlite);

        var (code, printed) = await RunAsync(database, Environments.Production);

        code.ShouldBe(1);
        printed.ShouldContain("never loaded in production");
        await using var db = database.Open();
        (await db.Users.AnyAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--responses")]
    [InlineData("--responses", "many")]
    [InlineData("--responses", "-1")]
    [InlineData("--responses", "5000001")]
    [InlineData("--seed", "x")]
    [InlineData("--colour", "3")]
    public async Task Run_BadArguments_PrintsHelpAndLoadsNothing(params string[] args)
    {
        await using var database = await DemonstrationDatabase.CreateAsync(TestDatabaseProvider.Sqlite);

        var (code, printed) = await RunAsync(database, Environments.Development, args);

        code.ShouldBe(DemoCommand.BadArguments);
        printed.ShouldContain("--responses N");
        await using var db = database.Open();
        (await db.Authorities.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_Help_NamesEveryOption()
    {
        await using var database = await DemonstrationDatabase.CreateAsync(TestDatabaseProvider.Sqlite);

        var (code, printed) = await RunAsync(database, Environments.Production, "--help");

        code.ShouldBe(0);
        printed.ShouldContain("--seed S");
        printed.ShouldContain(DemonstrationOptions.DefaultPassword);
    }

    private static async Task<(int Code, string Printed)> RunAsync(DemonstrationDatabase database, string environment, params string[] args)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IHostEnvironment>(new Environment(environment))
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDataProtectionProvider>(database.Keys)
            .AddSingleton(database.PersonalData)
            .AddSingleton(database.AuthorityKeys)
            .AddSingleton(database.Bulk)
            .AddScoped<PracticeDbContext>(_ => database.Open())
            .BuildServiceProvider();
        await using var output = new StringWriter();
        return (await DemoCommand.RunAsync(services, args, output), output.ToString());
    }

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
