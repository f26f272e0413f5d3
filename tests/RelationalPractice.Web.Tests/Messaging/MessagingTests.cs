using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Jobs;
using RelationalPractice.Web.Messaging;
using RelationalPractice.Web.Tests.Staff;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

/// <summary>A site that sends by a Notify of its own; each test has its own, for what one leaves waiting the next would send.</summary>
public abstract class MessagingTests(TestDatabaseProvider provider) : IAsyncLifetime
{
    protected const string PublicAddress = "https://feedback.calder-vale.example";
    protected const string Mobile = "07700 900123";
    protected const string International = "+447700900123";

    private FakeNotify? _notify;
    private MessagingSite? _site;

    private protected MessagingSite Site => _site ?? throw new InvalidOperationException("Not started yet.");

    protected FakeNotify Notify => _notify ?? throw new InvalidOperationException("Not started yet.");

    protected TestDatabaseProvider Provider => provider;

    protected virtual bool HasSchedule => false;

    protected DateTime Now => Site.Clock.GetUtcNow().UtcDateTime;

    protected ContactKey Key { get; private set; } = null!;

    protected PersonalDataProtector Protector => Site.Services.GetRequiredService<PersonalDataProtector>();

    public async Task InitializeAsync()
    {
        _notify = await FakeNotify.StartAsync();
        _site = new MessagingSite(provider, SettingsFor(_notify), HasSchedule);
        await _site.InitializeAsync();
        _notify.Clock = _site.Clock;
        await using var scope = _site.Services.CreateAsyncScope();
        Key = (await scope.ServiceProvider.GetRequiredService<AuthorityDetails>().GetAsync()).ContactKey;
    }

    public virtual async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        await Notify.DisposeAsync();
    }

    protected virtual IEnumerable<KeyValuePair<string, string>> SettingsFor(FakeNotify notify) =>
        [.. notify.Settings, KeyValuePair.Create("Families:PublicAddress", PublicAddress)];

    protected async Task<SendingTally> SendDueAsync(CancellationToken stopping = default)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Sender>().SendDueAsync(stopping);
    }

    private protected async Task<ContactPerson> PersonAsync(string mobile = Mobile, string? email = null, Action<ContactPerson>? change = null)
    {
        var person = new ContactPerson
        {
            Id = Guid.NewGuid(),
            Name = Protector.Protect("Krystal Adeyemi")!,
            NameHash = Key.HashOfName($"Krystal {Guid.NewGuid():N}"),
            Mobile = Protector.Protect(mobile),
            MobileHash = Key.HashOf(TelephoneNumber.Parse(mobile)!),
            Email = Protector.Protect(email),
            EmailHash = email is null ? null : Key.HashOf(EmailAddress.Parse(email)!),
        };
        change?.Invoke(person);
        await Site.SaveAsync(person);
        return person;
    }

    private protected async Task<Invitation> InvitationAsync(ContactPerson person, DateOnly? familyPausedUntil = null, DateOnly? expiresOn = null)
    {
        var family = new Family { Id = Guid.NewGuid(), WorkerId = SampleAuthority.WorkerId, StartedOn = new DateOnly(2030, 10, 1), PausedUntil = familyPausedUntil };
        family.Add(new FamilyMember { FamilyId = family.Id, PersonId = person.Id, Role = FamilyRole.Parent });
        await Site.SaveAsync(family);
        var id = Guid.NewGuid();
        var today = LocalTime.Today(Site.Clock);
        var invitation = new Invitation
        {
            Id = id,
            FamilyId = family.Id,
            PersonId = person.Id,
            Round = InvitationRound.Start,
            DueOn = today,
            Channel = MessageChannel.Sms,
            CodeHash = Key.HashOf(Key.CodeOf(id)),
            ExpiresOn = expiresOn ?? today.AddDays(Invitation.LinkDays),
        };
        await Site.SaveAsync(invitation);
        return invitation;
    }

    private protected async Task<OutgoingMessage> InviteAsync(ContactPerson? person = null, OutgoingMessageKind kind = OutgoingMessageKind.Invitation, MessageChannel channel = MessageChannel.Sms)
    {
        var invitation = await InvitationAsync(person ??= await PersonAsync());
        return await MessageAsync(person, invitation, kind, channel);
    }

    private protected async Task<OutgoingMessage> MessageAsync(
        ContactPerson person, Invitation invitation, OutgoingMessageKind kind = OutgoingMessageKind.Invitation, MessageChannel channel = MessageChannel.Sms)
    {
        var message = OutgoingMessage.ToPerson(
            Guid.NewGuid(), kind, invitation.Id, person.Id, channel, channel == MessageChannel.Email ? "How are things?" : null,
            $"How are things? {OutgoingMessage.LinkPlace} Stop: {OutgoingMessage.StopPlace}", Now, Now);
        await Site.SaveAsync(message);
        return message;
    }

    private protected async Task<OutgoingMessage> ToContactAsync(string contact, DateTime? expiresAtUtc = null)
    {
        var message = OutgoingMessage.ToContact(
            Guid.NewGuid(), OutgoingMessageKind.InterviewCancelled, Guid.NewGuid(), Protector.Protect(contact)!, null, "We have news.", Now, Now, expiresAtUtc);
        await Site.SaveAsync(message);
        return message;
    }

    private protected Task<OutgoingMessage> ReadAsync(OutgoingMessage message) => Site.InDatabaseAsync(async db => (await db.OutgoingMessages.FindAsync(message.Id))!);

    private protected async Task<(OutgoingMessageState State, string? Failure)> StandingAsync(OutgoingMessage message)
    {
        var read = await ReadAsync(message);
        return (read.State, read.Failure);
    }
}

/// <param name="hasSchedule">Else nothing is sent but by the test, wherever it moves the clock.</param>
internal sealed class MessagingSite(TestDatabaseProvider provider, IEnumerable<KeyValuePair<string, string>> settings, bool hasSchedule) : StaffSite(provider)
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>([KeyValuePair.Create("Staff:RequireSecondFactor", "false"), .. settings], StringComparer.Ordinal);

    protected override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        if (!hasSchedule)
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(Schedule)));
        }
    }
}
