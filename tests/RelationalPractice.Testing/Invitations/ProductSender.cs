using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Messaging;

namespace RelationalPractice.Testing.Invitations;

/// <summary>Sends what is due. The simulation hands it a database that may die at any step.</summary>
public delegate Task SimulatedSender(PracticeDbContext db, SimulatedProvider provider, TimeProvider clock, CancellationToken cancellation);

/// <summary>The product's own: only who takes the messages in the end is another.</summary>
public sealed class ProductSender(IMessageClaims claims, IDataProtectionProvider protection) : IDisposable
{
    private const string Site = "https://feedback.calder-vale.example";

    private readonly MemoryCache _remembered = new(new MemoryCacheOptions());
    private readonly Chance _chance = new();

    public async Task SendAsync(PracticeDbContext db, SimulatedProvider provider, TimeProvider clock, CancellationToken cancellation)
    {
        using var setup = new SendingSetup([provider], Site);
        var authority = new AuthorityDetails(db, new AuthorityKeys(protection, _chance), _remembered);
        var letters = new LetterWriting(db, new PersonalDataProtector(protection), authority, setup, clock);
        using var sender = new Sender(db, claims, setup, letters, clock, _chance, NullLogger<Sender>.Instance);
        await sender.SendDueAsync(cancellation);
    }

    public void Dispose() => _remembered.Dispose();
}
