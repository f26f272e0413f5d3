using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.LoadTests.Hosting;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Hosting;

namespace RelationalPractice.LoadTests.Databases;

/// <summary>A database with one worker and nothing else, for commands that run the planning in their own process.</summary>
internal static class InvitationDatabase
{
    public static readonly ContactKey Key = ContactKey.Of(new byte[ContactKey.HashLength]);

    /// <summary>Keys that nobody keeps: they end with the programme, as the database does.</summary>
    public static readonly IDataProtectionProvider Protection = new EphemeralDataProtectionProvider();

    /// <summary>The one that was named, or both.</summary>
    public static IReadOnlyList<Provider> Providers(Options options) =>
        options.Text("--provider") is { } typed ? [new Options(["--provider", typed]).Choice("--provider", Provider.Sqlite)] : Enum.GetValues<Provider>();

    public static async Task<LoadDatabase> CreateAsync(Provider provider, Scratch scratch)
    {
        var database = LoadDatabase.Create(provider, scratch);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        db.Add(new Authority
        {
            Name = SampleAuthority.Name,
            Telephone = "",
            Email = "",
            FrontDoorTelephone = "",
            OutOfHoursTelephone = "",
            ReceiptKey = new AuthorityKeys(Protection, new Chance()).NewReceiptKey(),
        });
        db.Add(new ServiceArea { Id = SampleAuthority.AreaId, Name = "Area" });
        db.Add(new Team { Id = SampleAuthority.TeamId, Name = "Team", ServiceAreaId = SampleAuthority.AreaId });
        db.Add(new Worker { Id = SampleAuthority.WorkerId, Name = SampleAuthority.WorkerName, TeamId = SampleAuthority.TeamId });
        db.Add(new InvitationSettings());
        await db.SaveChangesAsync();
        return database;
    }
}
