using RelationalPractice.Identity;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

/// <summary>Where one person alone reads for an authority, Collation:TwoPeople is off.</summary>
public abstract class ReleaseByOneTests(TestDatabaseProvider provider)
{
    [Fact]
    public async Task Release_WorkerOnlyBySamePerson_IsReleased()
    {
        var site = new OneReaderSite(provider);
        await site.InitializeAsync();
        try
        {
            var worker = await site.EmployAsync("Ngozi Okafor");
            var response = await site.ReceiveWorkerOnlyAsync(answers: Decisions.Words("She listens."));
            var browser = await site.SignInAsync(Role.QualityAssurance);
            await browser.PrepareAsync(response.Id, worker);

            (await browser.ReleaseAsync(response.Id)).Heading.ShouldBe("Released");
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    private sealed class OneReaderSite(TestDatabaseProvider provider) : StaffSite(provider)
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Staff:RequireSecondFactor"] = "false",
            ["Collation:TwoPeople"] = "false",
        };
    }

    public sealed class OnSqlite() : ReleaseByOneTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : ReleaseByOneTests(TestDatabaseProvider.PostgreSql);
}
