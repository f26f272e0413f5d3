using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using RelationalPractice.Web.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Hosting;

public class SafeConfigurationTests
{
    private const string Key = "3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8=";

    private static readonly Dictionary<string, string?> Safe = new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = "PostgreSql",
        ["ConnectionStrings:Practice"] = "Host=database",
        ["Protection:Key"] = Key,
        ["Proxy:Trusted"] = "true",
    };

    [Fact]
    public void Check_EverythingSet_Starts() => Check("Production");

    [Theory]
    [InlineData("ASPNETCORE_URLS", "https://+:8443")]
    [InlineData("urls", "http://localhost:80;HTTPS://localhost:443")]
    public void Check_TlsWithoutAProxy_Starts(string name, string value) => Check("Production", ("Proxy:Trusted", null), (name, value));

    [Fact]
    public void Check_SqliteAllowedByName_Starts() =>
        Check("Production", ("Database:Provider", "Sqlite"), ("ConnectionStrings:Practice", null), ("Database:AllowSqliteInProduction", "true"));

    [Fact]
    public void Check_DevelopmentWithNothingSet_Starts() =>
        SafeConfiguration.Check(new ConfigurationBuilder().Build(), new Environment("Development"));

    [Theory]
    [InlineData("Staging")]
    [InlineData("Testing")]
    [InlineData("production")]
    public void Check_AnyEnvironmentButDevelopment_IsHeldToTheSame(string environment)
    {
        Check(environment);
        Should.Throw<UnsafeConfigurationException>(() => Check(environment, ("Protection:Key", null)));
    }

    [Theory]
    [InlineData("Protection:Key", null, "Protection:Key")]
    [InlineData("Protection:Key", "", "Protection:Key")]
    [InlineData("Demo:Password", "relational-practice-demo", "Demo:Password")]
    [InlineData("Demo:Password", "anything", "Demo:Password")]
    [InlineData("Proxy:Trusted", null, "Proxy:Trusted=true")]
    [InlineData("Proxy:Trusted", "false", "Proxy:Trusted=true")]
    [InlineData("Database:Provider", "Sqlite", "Database:AllowSqliteInProduction=true")]
    [InlineData("Database:Provider", null, "Database:AllowSqliteInProduction=true")]
    [InlineData("Families:PublicAddress", "feedback.example.org", "https://feedback.example.org")]
    [InlineData("Pdf:ChromiumPath", "/nowhere/chromium", "/nowhere/chromium")]
    [InlineData("Families:PublicAddress", "ftp://feedback.example.org", "Families:PublicAddress")]
    public void Check_UnsafeInProduction_SaysInOneLineWhatToSet(string name, string? value, string named)
    {
        var refusal = Should.Throw<UnsafeConfigurationException>(() => Check("Production", (name, value)));

        refusal.Message.ShouldContain(named);
        refusal.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("Protection:Key", "short")]
    [InlineData("Protection:Key", "3q2+796tvu/erb7v")]
    [InlineData("Protection:Key", Key + Key)]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Database:Provider", "7")]
    [InlineData("ConnectionStrings:Practice", "")]
    [InlineData("ConnectionStrings:Practice", "  ")]
    public void Check_WrongAnywhere_SaysInOneLineWhatIsWrong(string name, string value)
    {
        foreach (var environment in new[] { "Production", "Development" })
        {
            var refusal = Should.Throw<UnsafeConfigurationException>(() => Check(environment, (name, value)));

            refusal.Message.ShouldContain(name);
            refusal.Message.ShouldNotContain("\n");
            refusal.Message.ShouldNotContain(Key);
        }
    }

    [Theory]
    [InlineData("sqlite", DatabaseProvider.Sqlite)]
    [InlineData("POSTGRESQL", DatabaseProvider.PostgreSql)]
    public void Read_ProviderInAnyCapitals_IsUnderstood(string name, DatabaseProvider provider) =>
        DatabaseHosting.Read(Settings(("Database:Provider", name))).Provider.ShouldBe(provider);

    private static void Check(string environment, params (string Name, string? Value)[] changes) =>
        SafeConfiguration.Check(Settings(changes), new Environment(environment));

    private static IConfiguration Settings(params (string Name, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Safe, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "RelationalPractice.Web";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
