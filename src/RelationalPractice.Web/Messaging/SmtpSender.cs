using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using RelationalPractice.Messaging;

namespace RelationalPractice.Web.Messaging;

/// <summary>
/// E-mail by the authority's own mail server. It cannot be asked what it has taken: after a crash a message is sent again under the same
/// Message-ID, by which most mail boxes know the two as one.
/// </summary>
public sealed class SmtpSender(SmtpSettings settings, TimeProvider clock) : IMessageSender
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int FirstRefusal = 500;

    public bool Takes(MessageChannel channel) => channel == MessageChannel.Email;

    public Task<SendingAnswer> FindAsync(Guid reference) => Task.FromResult(SendingAnswer.NotTaken);

    public async Task<SendingAnswer> SendAsync(Letter letter)
    {
        using var message = MessageOf(letter);
        using var server = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User is { } user)
        {
            server.Credentials = new NetworkCredential(user, settings.Password);
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            await server.SendMailAsync(message, patience.Token);
            return SendingAnswer.Taken;
        }
        catch (SmtpFailedRecipientException refusal) when ((int)refusal.StatusCode >= FirstRefusal)
        {
            return SendingAnswer.Refused(WhyNot.Refused);
        }
        catch (SmtpException trouble)
        {
            return SendingAnswer.TryAgain(trouble.StatusCode == SmtpStatusCode.GeneralFailure ? WhyNot.NoAnswer : WhyNot.SenderTrouble);
        }
        catch (Exception trouble) when (trouble is OperationCanceledException or IOException)
        {
            return SendingAnswer.TryAgain(WhyNot.NoAnswer);
        }
    }

    private MailMessage MessageOf(Letter letter)
    {
        var message = new MailMessage(settings.From, new MailAddress(letter.To))
        {
            Subject = OnOneLine(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Body,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.Headers.Add("Message-ID", $"<{letter.Id:N}@{settings.FromDomain}>");
        // No "I am on holiday" comes back.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static string OnOneLine(string subject) => string.Concat(subject.Select(c => char.IsControl(c) ? ' ' : c));
}
