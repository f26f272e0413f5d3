using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Pages.Links;

namespace RelationalPractice.Web.Messaging;

/// <summary>Who sends on this node, and the address that families reach it by.</summary>
public sealed class SendingSetup : IDisposable
{
    private readonly IReadOnlyList<IMessageSender> _senders;
    private readonly Func<string?> _site;

    public SendingSetup(MessagingSettings settings, IConfiguration configuration, IHostEnvironment environment, IServer server, TimeProvider clock)
    {
        IReadOnlyList<IMessageSender> real =
        [
            .. settings.Notify is { } notify ? (IMessageSender[])[new NotifySender(notify, clock)] : [],
            .. settings.Smtp is { } smtp ? (IMessageSender[])[new SmtpSender(smtp, clock)] : [],
        ];
        HasOutbox = environment.IsDevelopment() && real.Count == 0;
        _senders = HasOutbox ? [new OutboxSender()] : real;
        _site = () => configuration[FamilyAddress.Setting] is { Length: > 0 } set ? set
            : environment.IsDevelopment() ? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            : null;
    }

    /// <summary>With senders that are at hand already, whatever the settings say.</summary>
    public SendingSetup(IReadOnlyList<IMessageSender> senders, string site) => (_senders, _site) = (senders, () => site);

    /// <summary>In Development, with no sender set: a page shows what would have gone out.</summary>
    public bool HasOutbox { get; }

    /// <summary>Why nothing at all is sent; null when all is well.</summary>
    public SendingTrouble? Trouble => _senders.Count == 0 ? SendingTrouble.NoSender : _site() is null ? SendingTrouble.NoPublicAddress : null;

    public IMessageSender? For(MessageChannel channel) => _senders.FirstOrDefault(sender => sender.Takes(channel));

    /// <param name="path">Of a page for families.</param>
    /// <exception cref="InvalidOperationException">There is no public address (<see cref="Trouble"/>).</exception>
    public string AddressOf(string path) => (_site() ?? throw new InvalidOperationException("There is no public address.")).TrimEnd('/') + path;

    public void Dispose()
    {
        foreach (var sender in _senders.OfType<IDisposable>())
        {
            sender.Dispose();
        }
    }
}

public enum SendingTrouble
{
    /// <summary>Neither Notify nor a mail server is set.</summary>
    NoSender,

    /// <summary>Without <see cref="FamilyAddress.Setting"/> no link can be written.</summary>
    NoPublicAddress,
}
