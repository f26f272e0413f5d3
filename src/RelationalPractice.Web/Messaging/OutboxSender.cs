using RelationalPractice.Messaging;

namespace RelationalPractice.Web.Messaging;

/// <summary>In Development: sends nothing anywhere. The outbox page shows, from the rows, what would have been sent.</summary>
public sealed class OutboxSender : IMessageSender
{
    public bool Takes(MessageChannel channel) => true;

    public Task<SendingAnswer> FindAsync(Guid reference) => Task.FromResult(SendingAnswer.NotTaken);

    public Task<SendingAnswer> SendAsync(Letter letter) => Task.FromResult(SendingAnswer.Taken);
}
